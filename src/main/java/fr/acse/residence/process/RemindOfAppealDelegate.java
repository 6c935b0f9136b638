package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.residence.AppealService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The last day of an appeal is near. */
@Component
@ModelStep(name = "Remind of the appeal", does = "Tells whoever follows the track, and the supervisors.")
@Reads({"trackId", "appealOverAt"})
record RemindOfAppealDelegate(AppealService appeals) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        appeals.remind(
                ProcessContract.CASE_REFERENCE.get(execution),
                PermitVariables.TRACK.get(execution),
                PermitRequestProcess.APPEAL_OVER.get(execution).toInstant());
    }
}
