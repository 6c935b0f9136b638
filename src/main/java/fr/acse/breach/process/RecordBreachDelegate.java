package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The coordination decided on the address. */
@Component
@ModelStep(
        name = "Record the decision on the address",
        does =
                "An address that is given up leaves the search at once. Otherwise it can be read again by whoever needs it.")
@Reads("addressDecision")
@Writes("residentCount")
record RecordBreachDelegate(BreachService breaches, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        BreachProcess.RESIDENT_COUNT.set(
                execution,
                breaches.decide(
                        ProcessContract.CASE_REFERENCE.get(execution),
                        BreachProcess.ADDRESS_DECISION.get(execution),
                        person.login()));
    }
}
