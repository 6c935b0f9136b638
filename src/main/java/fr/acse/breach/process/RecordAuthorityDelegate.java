package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The authority was told, or need not be. */
@Component
@ModelStep(name = "Record the notification", does = "Keeps when the authority was told, or that it need not be.")
@Reads("authorityNotified")
record RecordAuthorityDelegate(BreachService breaches) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        breaches.tellAuthority(ProcessContract.CASE_REFERENCE.get(execution), BreachProcess.AUTHORITY.get(execution));
    }
}
