package fr.acse.search.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.CaseCorrected;
import fr.acse.referral.CaseOpened;
import fr.acse.referral.WomenSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process {@code same-woman} when a case was opened or corrected, or cases were separated. The process starts for each woman, and looks for similar cases
 * after the commit, so that the time of the answer does not tell the association whether she is known.
 */
@Component
record IdentityFollows(CaseProcesses processes) {

    @EventListener
    void begin(CaseOpened opened) {
        begin(opened.reference());
    }

    @EventListener
    void begin(CaseCorrected corrected) {
        begin(corrected.reference());
    }

    @EventListener
    void begin(WomenSeparated separated) {
        separated.others().forEach(this::begin);
    }

    private void begin(CaseReference reference) {
        processes.begin(reference, SameWomanProcess.RECORDED);
    }
}
