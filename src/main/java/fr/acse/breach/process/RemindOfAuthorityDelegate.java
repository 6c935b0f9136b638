package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The 72 hours end in a day. */
@Component
@ModelStep(name = "Remind of the authority", does = "Tells the coordination and the supervisors that the 72 hours end.")
record RemindOfAuthorityDelegate(BreachService breaches) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        breaches.remindOfAuthority(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
