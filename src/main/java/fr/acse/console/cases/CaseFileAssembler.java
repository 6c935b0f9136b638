package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.deadline.Deadline;
import fr.acse.deadline.DeadlineService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.access.Relation;
import fr.acse.referral.Household;
import fr.acse.referral.Outcome;
import fr.acse.referral.ReferralService;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Puts together what a person may see of a case. */
@Component
class CaseFileAssembler {

    /** Parts that she may not see are left out. Times are UTC. */
    record CaseFile(
            CaseReference reference,
            List<CaseSteps.Step> open,
            String outcome,
            List<Due> deadlines,
            List<CaseSteps.Step> steps,
            List<Line> household,
            List<Field> sealed) {}

    record Due(String name, Instant dueAt, Deadline.State state) {}

    record Line(String label, String value) {}

    record Field(String key, String label) {}

    private final CaseAccess access;
    private final ReadingRules rules;
    private final CaseSteps steps;
    private final ReferralService referrals;
    private final DeadlineService deadlines;
    private final ReadableFields fields;
    private final Labels labels;

    CaseFileAssembler(
            CaseAccess access,
            ReadingRules rules,
            CaseSteps steps,
            ReferralService referrals,
            DeadlineService deadlines,
            ReadableFields fields,
            Labels labels) {
        this.access = access;
        this.rules = rules;
        this.steps = steps;
        this.referrals = referrals;
        this.deadlines = deadlines;
        this.fields = fields;
        this.labels = labels;
    }

    CaseFile of(CaseReference reference, Login person) {
        Set<Relation> relations = access.relations(person, reference);
        return new CaseFile(
                reference,
                part(
                        "state",
                        relations,
                        () -> steps.open(reference).stream()
                                .filter(step -> rules.mayRead("steps." + step.process(), relations))
                                .toList()),
                part("outcome", relations, () -> outcome(reference)),
                part("deadlines", relations, () -> deadlines(reference, relations)),
                steps.done(reference).stream()
                        .filter(step -> rules.mayRead("steps." + step.process(), relations))
                        .toList(),
                part("household", relations, () -> household(reference)),
                sealed(reference, person));
    }

    private <T> T part(String name, Set<Relation> relations, Supplier<T> content) {
        return rules.mayRead(name, relations) ? content.get() : null;
    }

    private String outcome(CaseReference reference) {
        return referrals
                .find(reference)
                .filter(referral -> !referral.isOpen())
                .map(referral -> words(referral.outcome()))
                .orElse(null);
    }

    /** An outcome that an analyst added is told by its own name. */
    private static String words(Outcome outcome) {
        String name = outcome.code().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Words.orElse("outcome." + outcome.code(), Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    private List<Due> deadlines(CaseReference reference, Set<Relation> relations) {
        return deadlines.of(reference).stream()
                .filter(deadline -> rules.mayRead("steps." + deadline.process(), relations))
                .filter(deadline -> deadline.state() != Deadline.State.ENDED)
                .map(deadline -> new Due(
                        steps.nameOf(deadline.process(), deadline.activity()), deadline.dueAt(), deadline.state()))
                .toList();
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
