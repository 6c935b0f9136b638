package fr.acse.placement.process;

import fr.acse.placement.ApartService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Two women must never be in the same shelter. */
@Component
@ModelStep(
        name = "Keep them apart",
        does =
                "Only the coordination says so. Each search for one of them leaves out the shelter of the other; nobody else learns why.")
@Reads("otherReference")
@Writes("areTogether")
record KeepApartDelegate(ApartService aparts, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        KeepApartProcess.TOGETHER.set(
                execution,
                aparts.keepApart(
                        ProcessContract.CASE_REFERENCE.get(execution),
                        KeepApartProcess.OTHER.get(execution),
                        person.login()));
    }
}
