package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.Moved;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.CaseClosed;
import fr.acse.stay.Leaving;
import fr.acse.stay.LeavingProposals;
import fr.acse.stay.LeavingService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the case ends or she moves, nobody has to answer any more whether she goes, where there is room, or how she is. */
@Component
record VoidProposals(LeavingService leavings, LeavingProposals proposals, CaseProcesses processes) {

    static final String CASE_ENDED = "acse.caseEnded";

    @EventListener
    void dismiss(CaseClosed closed) {
        dismiss(closed.reference());
        processes.tell(closed.reference(), CASE_ENDED);
    }

    @EventListener
    void dismiss(Moved moved) {
        dismissOfStay(moved.reference());
    }

    /** Ends a proposal that her move makes void. A withdrawal is still to be answered, and the search for a missing woman goes on. */
    void dismissOfStay(CaseReference reference) {
        if (proposals.open(reference).filter(Leaving::isVoidByMove).isPresent()) {
            leavings.tellOfVoid(reference);
            dismiss(reference);
        }
    }

    /** In the same transaction, the process that waits for the answer ends. */
    private void dismiss(CaseReference reference) {
        leavings.dismiss(reference)
                .ifPresent(leaving -> processes.tell(leaving.instance(), LeavingProcess.PROPOSAL_OVER));
    }
}
