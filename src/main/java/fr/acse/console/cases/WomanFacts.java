package fr.acse.console.cases;

import fr.acse.codes.Relation;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.Household;
import fr.acse.referral.Referral;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Facts about the woman: her household, the departments to avoid, and whether another case may be hers. */
@Component
record WomanFacts(ReadingRules rules, CaseProcesses processes, Labels labels) {

    private static final String SHELTERS = "task_chooseShelters";
    private static final String COMPARISON = "same-woman";

    List<TaskFacts.Fact> of(Referral referral, Task task, Set<Relation> relations) {
        List<TaskFacts.Fact> facts = new ArrayList<>();
        if (task.getTaskDefinitionKey().equals(SHELTERS)
                && rules.mayRead("linked", relations)
                && processes.isRunning(referral.reference(), COMPARISON)) {
            facts.add(new TaskFacts.Fact(Words.of("heading.perhapsKnown"), Words.of("heading.compareFirst")));
        }
        if (rules.mayRead("household", relations) && referral.household().language() != null) {
            facts.add(new TaskFacts.Fact(Words.of("heading.household"), household(referral.household())));
        }
        // Departments of linked cases would tell an association that she is known.
        Set<String> danger =
                rules.mayRead("linked", relations) ? referral.dangerDepartments() : referral.ownDangerDepartments();
        if (rules.mayRead("danger", relations) && !danger.isEmpty()) {
            facts.add(new TaskFacts.Fact(
                    Words.of("heading.danger"),
                    danger.stream()
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
