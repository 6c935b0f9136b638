package fr.acse.referral.process;

import static fr.acse.referral.process.CaseEventProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.CaseProcesses;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process of the stay that she needs another shelter, for each feature that decides it. */
@Component
@RequiredArgsConstructor
public class Relocations {

    private final CaseProcesses processes;
    private final RuntimeService runtime;
    private final Unchecked unchecked;

    /** Whether she lives in a shelter and no other one is looked for. */
    public boolean canMove(CaseReference reference) {
        return unchecked.call(() -> runtime.createExecutionQuery()
                        .messageEventSubscriptionName(RELOCATION_NEEDED)
                        .processInstanceBusinessKey(reference.value())
                        .count())
                > 0;
    }

    /** @return whether a search begins; not if she lives in no shelter, or another one is looked for already */
    public boolean ask(CaseReference reference) {
        return processes.tell(reference, RELOCATION_NEEDED);
    }
}
