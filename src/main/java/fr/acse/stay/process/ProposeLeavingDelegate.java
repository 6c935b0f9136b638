package fr.acse.stay.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A follow-up says that she leaves: it is proposed for somebody else to confirm. */
@Component
@ModelStep(
        name = "Propose that she leaves",
        does = "Opens the proposal for somebody else to confirm. Until then the stay goes on.")
@Reads({"leavingTo", "leavingDay"})
class ProposeLeavingDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        LeavingStart.propose(execution, StayProcess.LEAVING_TO.get(execution), StayProcess.LEAVING_DAY.get(execution));
    }
}
