package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.CaseProcesses;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Asks the coordination, once, when a shelter that has accepted can no longer take her in. */
@Component
@RequiredArgsConstructor
public class Losses {

    private final CaseProcesses processes;

    /** Whether the coordination has been asked already. */
    boolean isHeard(CaseReference reference) {
        return processes.isOpen(reference, "task_confirmLoss", "task_confirmTakenBack");
    }

    /** Asks the coordination, if a place is held and nobody has asked it yet. */
    public void hear(CaseReference reference) {
        if (!isHeard(reference)) {
            processes.tell(reference, AgreeArrivalProcess.ACCEPTANCE_WITHDRAWN);
        }
    }
}
