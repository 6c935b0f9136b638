package fr.acse.transfer.process;

import fr.acse.platform.identity.Unchecked;
import fr.acse.referral.ArrivalChanges;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** While a woman who did not come is looked for, no other day is agreed, because that would end the search. */
@Component
record NoShowFirst(TaskService tasks, Unchecked unchecked) {

    @EventListener
    void refuse(ArrivalChanges changes) {
        long searching = unchecked.call(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(changes.reference().value())
                .taskDefinitionKeyIn("task_traceNoShow", "task_confirmNoShow")
                .count());
        Refusal.unless(searching == 0, "traceFirst");
    }
}
