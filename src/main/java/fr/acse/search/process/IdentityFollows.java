package fr.acse.search.process;

import fr.acse.platform.model.CaseProcesses;
import fr.acse.search.IdentityChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process {@code same-woman} when the identity of a woman was recorded or changed. The process starts for each woman, and looks
 * for similar cases after the commit, so that the time of the answer does not tell the association whether she is known.
 */
@Component
record IdentityFollows(CaseProcesses processes) {

    @EventListener
    void begin(IdentityChanged changed) {
        processes.begin(changed.reference(), SameWomanProcess.RECORDED);
    }
}
