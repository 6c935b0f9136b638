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

/** Ends tasks that nobody has to answer any more: proposals when the woman moves, and other waiting tasks when her case is closed. */
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

    /** Ends a proposal when the woman moves. Her withdrawal still needs an answer, and the search for a missing woman continues. */
    void dismissOfStay(CaseReference reference) {
        if (proposals.open(reference).filter(Leaving::isVoidByMove).isPresent()) {
            leavings.tellOfVoid(reference);
            dismiss(reference);
        }
    }

    /** Ends the proposal and, in the same transaction, the process that waits for its answer. */
    private void dismiss(CaseReference reference) {
        leavings.dismiss(reference)
                .ifPresent(leaving -> processes.tell(leaving.instance(), LeavingProcess.PROPOSAL_OVER));
    }
}
