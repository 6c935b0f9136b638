package fr.acse.placement.process;

import fr.acse.placement.HoldService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives up the held place; the search goes on. */
@Component
@ModelStep(name = "Release the hold", does = "The held place is free for somebody else.")
record ReleaseHoldDelegate(HoldService holds) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        holds.releaseHold(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
