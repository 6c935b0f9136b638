package fr.acse.stay.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.stay.LeavingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The day has come on which she wants to be asked how she is. */
@Component
@ModelStep(name = "Remind of the contact", does = "Tells the association that asked for her.")
record RemindOfContactDelegate(LeavingService leavings) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        leavings.remindOfContact(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
