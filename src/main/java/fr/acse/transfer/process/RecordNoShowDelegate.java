package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.PlaceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.NewsService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody who did not come was looked for. */
@Component
@ModelStep(
        name = "Record what was tried for a no-show",
        does =
                "Her place is kept as long as the setting acse.transfer.no-show says; only then is it proposed that it be given up.")
@Reads("safetyAlert")
@Writes({"noShowOver", "addressGivenUp"})
record RecordNoShowDelegate(NewsService news, PlaceService places) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("raised".equals(TransferProcess.SAFETY_ALERT.find(execution))) {
            news.safetyAlert(reference);
        }
        TransferProcess.NO_SHOW_OVER.set(execution, news.isNoShowOver(reference));
        // Meanwhile nobody may go there any more.
        TransferProcess.ADDRESS_GIVEN_UP.set(execution, places.isGivenUp(reference));
    }
}
