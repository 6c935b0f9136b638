package fr.acse.console.cases;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.deadline.Deadline;
import fr.acse.deadline.DeadlineKinds;
import fr.acse.deadline.DeadlineService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.access.Relation;
import fr.acse.referral.Household;
import fr.acse.referral.ReferralService;
import fr.acse.referral.SameWomen;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import fr.acse.stay.FollowUpService;
import fr.acse.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what a person may see of a case. */
@Component
record CaseFileAssembler(
        CaseAccess access,
        ReadingRules rules,
        CaseSteps steps,
        ReferralService referrals,
        SameWomen sameWomen,
        DeadlineService deadlines,
        FollowUpService followUps,
        Days days,
        ReadableFields fields,
        Labels labels,
        SeenTasks visible,
        TrackService tracks,
        TaskTracks taskTracks,
        List<CaseTable> tables) {

    private static final Set<Deadline.State> UNANSWERED = EnumSet.of(Deadline.State.RUNNING, Deadline.State.OVERDUE);

    /** Parts that she may not see are left out. Times are UTC. */
    record CaseFile(
            CaseReference reference,
            List<CaseSteps.Step> open,
            String outcome,
            List<Linked> linked,
            List<Due> deadlines,
            List<CaseSteps.Step> steps,
            List<Table> tables,
            List<Line> household,
            List<Field> sealed) {}

    /** @param outcome null while it is open */
    record Linked(CaseReference reference, String outcome) {}

    record Due(String name, Instant dueAt, Deadline.State state) {}

    record Table(String title, List<String> columns, List<List<String>> rows) {}

    record Line(String label, String value) {}

    record Field(String key, String label) {}

    CaseFile of(CaseReference reference, Login person) {
        Set<Relation> relations = access.relations(person, reference);
        return new CaseFile(
                reference,
                part("state", relations, () -> open(reference, relations)),
                part("outcome", relations, () -> outcome(reference)),
                part("linked", relations, () -> linked(reference)),
                part("deadlines", relations, () -> deadlines(reference, relations)),
                steps.done(reference, what -> rules.mayRead(what, relations)).stream()
                        .filter(step -> rules.mayRead("steps." + step.process(), relations))
                        .toList(),
                tables(reference, relations),
                part("household", relations, () -> household(reference)),
                sealed(reference, person));
    }

    private List<CaseSteps.Step> open(CaseReference reference, Set<Relation> relations) {
        Map<Integer, String> routes = rules.mayRead("caseTracks", relations) ? routes(reference) : Map.of();
        List<CaseSteps.Step> open = steps.open(reference).stream()
                .filter(step -> rules.mayRead("steps." + step.process(), relations))
                .map(step -> named(step, routes))
                .map(step -> visible.sees(step.task()) ? step : step.withoutTask())
                .toList();
        return open.isEmpty() && relations.contains(Relation.OPERATOR) ? owed(reference) : open;
    }

    /** Of several permit tracks; of one, nobody has to ask which. */
    private Map<Integer, String> routes(CaseReference reference) {
        List<PermitTrack> all = tracks.of(reference);
        return all.size() < 2
                ? Map.of()
                : all.stream()
                        .collect(Collectors.toMap(PermitTrack::id, track -> Words.of("permitRoute." + track.route())));
    }

    private CaseSteps.Step named(CaseSteps.Step step, Map<Integer, String> routes) {
        String route = routes.isEmpty() ? null : routes.get(taskTracks.of(step.process(), step.task()));
        return route == null ? step : step.of(route);
    }

    /** An operator does not see which shelters are asked, but that the coordination owes an answer. */
    private List<CaseSteps.Step> owed(CaseReference reference) {
        return deadlines.of(reference).stream()
                .filter(deadline ->
                        deadline.kind().equals(DeadlineKinds.ANSWER) && UNANSWERED.contains(deadline.state()))
                .map(deadline -> new CaseSteps.Step(
                        deadline.process(),
                        Words.of("stage.answerOwed"),
                        Words.of("role.coordination"),
                        deadline.dueAt(),
                        null,
                        null))
                .toList();
    }

    private List<Table> tables(CaseReference reference, Set<Relation> relations) {
        return tables.stream()
                .filter(table -> rules.mayRead(table.name(), relations))
                .map(table -> new Table(
                        Words.of("table." + table.name()),
                        table.columns().stream()
                                .map(column -> Words.of("column." + column))
                                .toList(),
                        table.rows(reference)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private <T> T part(String name, Set<Relation> relations, Supplier<T> content) {
        return rules.mayRead(name, relations) ? content.get() : null;
    }

    private String outcome(CaseReference reference) {
        return referrals
                .find(reference)
                .filter(referral -> !referral.isOpen())
                .map(referral -> ended(referral.outcome().code()))
                .orElse(null);
    }

    /** Other cases of the same woman: what went wrong there may go wrong here. */
    private List<Linked> linked(CaseReference reference) {
        return sameWomen.otherCasesOf(reference).stream()
                .map(each -> new Linked(each, outcome(each)))
                .toList();
    }

    /** An outcome that an analyst added is told by its own name. */
    static String ended(String outcome) {
        String name = outcome.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Words.orElse("outcome." + outcome, Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    private List<Due> deadlines(CaseReference reference, Set<Relation> relations) {
        Stream<Due> running = deadlines.of(reference).stream()
                .filter(deadline -> rules.mayRead("steps." + deadline.process(), relations)
                        || rules.mayRead("deadline." + deadline.kind(), relations))
                .filter(deadline -> deadline.state() != Deadline.State.ENDED)
                .filter(deadline -> !deadline.kind().equals(DeadlineKinds.REMINDER))
                .map(deadline -> new Due(
                        steps.nameOf(deadline.process(), deadline.activity()), deadline.dueAt(), deadline.state()));
        return Stream.concat(running, agreed(reference, relations)).toList();
    }

    /** What was agreed at a follow-up and is not done yet, also while another shelter is looked for. */
    private Stream<Due> agreed(CaseReference reference, Set<Relation> relations) {
        return rules.mayRead("steps.stay", relations)
                ? followUps.open(reference).stream()
                        .map(step -> new Due(step.words(), endOf(step.dueOn()), stateOf(step.dueOn())))
                : Stream.empty();
    }

    private Instant endOf(LocalDate day) {
        return days.start(day.plusDays(1)).minusSeconds(60);
    }

    private Deadline.State stateOf(LocalDate day) {
        return endOf(day).isBefore(days.now()) ? Deadline.State.OVERDUE : Deadline.State.RUNNING;
    }

    /** Empty as long as nobody has assessed what she needs. */
    private List<Line> household(CaseReference reference) {
        return referrals
                .find(reference)
                .filter(referral -> referral.household().language() != null)
                .map(referral -> lines(referral.household()))
                .orElse(List.of());
    }

    private List<Line> lines(Household household) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(labels.of("childrenCount"), Integer.toString(household.childrenCount())));
        lines.add(new Line(labels.of("babyCount"), Integer.toString(household.babyCount())));
        if (household.childrenCount() > 0) {
            lines.add(new Line(labels.of("oldestChildAge"), Integer.toString(household.oldestChildAge())));
        }
        lines.add(new Line(labels.of("pregnancy"), labels.of("pregnancy", household.pregnant() ? "yes" : "no")));
        lines.add(
                new Line(labels.of("accessibility"), labels.of("accessibility", household.stepFree() ? "yes" : "no")));
        if (household.language() != null) {
            lines.add(new Line(labels.of("languageCode"), labels.of("languageCode", household.language())));
        }
        return lines;
    }

    private List<Field> sealed(CaseReference reference, Login person) {
        return fields.of(reference, person).keySet().stream()
                .map(field -> new Field(field, labels.of(field)))
                .sorted(Comparator.comparing(Field::label))
                .toList();
    }
}
