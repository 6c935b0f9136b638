package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Which woman is decided on. */
@Component
@ModelStep(name = "Read who she is", does = "Reads the reference of her case.")
@Writes({"residentReference", "residentDecision"})
record ReadResidentDelegate(BreachService breaches) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        int number = (Integer) execution.getVariable("loopCounter");
        BreachProcess.RESIDENT.setLocal(
                execution,
                breaches.residentsOf(ProcessContract.CASE_REFERENCE.get(execution))
                        .get(number));
        BreachProcess.RESIDENT_DECISION.setLocal(execution, null);
    }
}
