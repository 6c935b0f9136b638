package fr.acse.transfer.process;

import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.ArrivalChanges;
import fr.acse.words.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses to change the arrival while a woman who did not come is searched for, because a change would end the search. */
@Component
record NoShowFirst(CaseProcesses processes) {

    @EventListener
    void refuse(ArrivalChanges changes) {
        Refusal.unless(!processes.isOpen(changes.reference(), "task_traceNoShow", "task_confirmNoShow"), "traceFirst");
    }
}
