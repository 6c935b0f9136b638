package fr.acse.placement.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remembers who proposes the shelter. */
@Component
@ModelStep(name = "Propose the shelter", does = "Checks what was entered and records who proposes the shelter.")
@Writes("proposedBy")
record ProposeShelterDelegate(CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        RegisterShelterProcess.PROPOSED_BY.set(execution, person.login());
    }
}
