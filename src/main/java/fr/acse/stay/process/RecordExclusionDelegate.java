package fr.acse.stay.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.stay.LeavingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The coordination decides on an exclusion that a shelter proposed. */
@Component
@ModelStep(
        name = "Record the decision on the exclusion",
        does = "Refused if the same person proposed it. An end needs somewhere for her to live. The shelter is told.")
@Reads({"exclusionDecision", "leavingTo"})
record RecordExclusionDelegate(LeavingService leavings, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        leavings.decide(
                ProcessContract.CASE_REFERENCE.get(execution),
                LeavingProcess.DECISION.get(execution),
                LeavingProcess.TO.find(execution),
                person.login());
    }
}
