package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** A shelter can take her in no more, although it said yes: the coordination hears why, once. */
@Component
public class Losses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;

    Losses(RuntimeService runtime, TaskService tasks, Unchecked unchecked) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.unchecked = unchecked;
    }

    /** Whether the coordination hears it already. */
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
