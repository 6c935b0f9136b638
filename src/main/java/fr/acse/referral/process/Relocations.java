package fr.acse.referral.process;

import static fr.acse.referral.process.CaseEventProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.CaseProcesses;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Asks the process of the stay to find another shelter for the woman. Several features start a relocation in this way. */
@Component
@RequiredArgsConstructor
public class Relocations {

    private final CaseProcesses processes;
    private final RuntimeService runtime;
    private final Unchecked unchecked;

    /** Whether the woman lives in a shelter and no search for another shelter is running. */
    public boolean canMove(CaseReference reference) {
        return unchecked.call(() -> runtime.createExecutionQuery()
                        .messageEventSubscriptionName(RELOCATION_NEEDED)
                        .processInstanceBusinessKey(reference.value())
                        .count())
                > 0;
    }

    /** @return whether a search begins; false if the woman lives in no shelter, or a search for another shelter runs already */
    public boolean ask(CaseReference reference) {
        return processes.tell(reference, RELOCATION_NEEDED);
    }
}
