package fr.acse.referral.process;

import static fr.acse.referral.process.ReferralProcess.*;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.FourEyes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Excludes the person who did a step from the check of that step, even if the coordination acts for an association without staff. */
@Component
class SecondLooks implements FourEyes {

    /** Maps each checking step to the step that it checks. */
    private static final Map<String, String> LOOK_AT = Map.of(
            "task_lookAgain", "task_assessSituation",
            "task_handOverToProtection", "task_assessSituation",
            "task_hearHer", "task_recordCommitment",
            "task_confirmRefusal", "task_readAnswer",
            "task_confirmLoss", "task_holdInterview",
            "task_confirmNoShow", "task_traceNoShow",
            "task_confirmFewer", "task_checkHousehold");

    @Override
    public void done(DelegateTask task, Login by) {
        if (LOOK_AT.containsValue(task.getTaskDefinitionKey())) {
            LAST_HAND.set(task, by);
        }
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return LOOK_AT.containsKey(task.getTaskDefinitionKey())
                ? Stream.ofNullable(LAST_HAND.find(task)).collect(Collectors.toSet())
                : Set.of();
    }
}
