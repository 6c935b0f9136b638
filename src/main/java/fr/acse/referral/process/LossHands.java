package fr.acse.referral.process;

import fr.acse.codes.Login;
import fr.acse.platform.cover.FourEyes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Whoever said that a shelter takes its yes back does not decide that the place is lost. */
@Component
class LossHands implements FourEyes {

    private static final Set<String> DECISIONS = Set.of("task_confirmLoss", "task_confirmTakenBack");

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return DECISIONS.contains(task.getTaskDefinitionKey())
                ? Stream.ofNullable(AgreeArrivalProcess.LOSS_REPORTED_BY.find(task))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
