package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.placement.RequestService;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.Household;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.residence.TrackService;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Short facts for the decision in a task: the household, the departments with danger, the journey and its cost. */
@Component
record TaskFacts(
        ReadingRules rules,
        ReferralService referrals,
        RequestService requests,
        TrackService tracks,
        TaskTracks taskTracks,
        CaseProcesses processes,
        MoneyFacts money,
        Labels labels) {

    record Fact(String label, String value) {}

    private static final String CLAIM = "travel-claim";
    private static final String RUN = "payment-run";
    private static final String LINE = "lineNumber";
    private static final String SHELTERS = "task_chooseShelters";
    private static final String COMPARE = "task_compareCases";

    boolean isUrgent(CaseReference reference, Set<Relation> relations) {
        return rules.mayRead("urgency", relations) && requests.isUrgent(reference);
    }

    /** @param relations the parts of the user in the case */
    List<Fact> of(CaseReference reference, Task task, Set<Relation> relations) {
        String process = task.getProcessDefinitionId().split(":")[0];
        if (process.equals(RUN)) {
            return money.ofPayment(reference, taskTracks.number(task.getId(), LINE), relations);
        }
        List<Fact> facts = new ArrayList<>();
        Integer track = taskTracks.of(process, task.getId());
        if (track != null && rules.mayRead("caseTracks", relations)) {
            facts.add(new Fact(
                    Words.of("column.route"),
                    Words.of("permitRoute." + tracks.get(track).route())));
        }
        Referral referral = referrals.find(reference).orElse(null);
        if (referral == null) {
            return facts;
        }
        if (process.equals(CLAIM)) {
            facts.addAll(money.ofClaim(reference, relations));
            return facts;
        }
        if (task.getTaskDefinitionKey().equals(SHELTERS)
                && rules.mayRead("linked", relations)
                && processes.isOpen(reference, COMPARE)) {
            facts.add(new Fact(Words.of("heading.perhapsKnown"), Words.of("heading.compareFirst")));
        }
        if (rules.mayRead("household", relations) && referral.household().language() != null) {
            facts.add(new Fact(Words.of("heading.household"), household(referral.household())));
        }
        if (rules.mayRead("danger", relations) && !referral.dangerDepartments().isEmpty()) {
            facts.add(new Fact(
                    Words.of("heading.danger"),
                    referral.dangerDepartments().stream()
                            .map(code -> labels.of("dangerDepartment", code))
                            .collect(Collectors.joining(", "))));
        }
        return facts;
    }

    private String household(Household household) {
        StringBuilder words = new StringBuilder(Words.of("heading.woman"));
        if (household.childrenCount() > 0) {
            words.append(Words.of("heading.children", household.childrenCount()))
                    .append(Words.of("heading.eldest", household.oldestChildAge()));
        }
        if (household.babyCount() > 0) {
            words.append(Words.of("heading.babies", household.babyCount()));
        }
        if (household.pregnant()) {
            words.append(Words.of("heading.pregnant"));
        }
        if (household.stepFree()) {
            words.append(Words.of("heading.stepFree"));
        }
        return words.append(Words.of("heading.speaks", labels.of("languageCode", household.language())))
                .toString();
    }
}
