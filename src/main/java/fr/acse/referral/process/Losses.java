package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.CaseProcesses;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Asks the coordination, only once, to decide when a shelter that accepted the woman can no longer take her. */
@Component
@RequiredArgsConstructor
public class Losses {

    private final CaseProcesses processes;

    /** Whether the coordination has an open task to decide on the loss of the place. */
    boolean isHeard(CaseReference reference) {
        return processes.isOpen(reference, "task_confirmLoss", "task_confirmTakenBack");
    }

    /** Asks the coordination to decide on the loss, if a place is held and no such task is open. */
    public void hear(CaseReference reference) {
        if (!isHeard(reference)) {
            processes.tell(reference, AgreeArrivalProcess.ACCEPTANCE_WITHDRAWN);
        }
    }
}
