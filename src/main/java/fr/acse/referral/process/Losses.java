package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Asks the coordination, once, when a shelter that has accepted can no longer take her in. */
@Component
@RequiredArgsConstructor
public class Losses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;

    /** Whether the coordination has been asked already. */
    boolean isHeard(CaseReference reference) {
        return unchecked.call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKeyIn("task_confirmLoss", "task_confirmTakenBack")
                        .count()
                > 0);
    }

    /** Asks the coordination, if a place is held and nobody has asked it yet. */
    public void hear(CaseReference reference) {
        if (!isHeard(reference)) {
            unchecked.call(() -> runtime.createMessageCorrelation(AgreeArrivalProcess.ACCEPTANCE_WITHDRAWN)
                    .processInstanceBusinessKey(reference.value())
                    .correlateAllWithResult());
        }
    }
}
