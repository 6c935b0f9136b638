package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.OfEarlierModels;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps a resident card, for tracks that began before each title had its printed days. */
@Component
@OfEarlierModels
@ModelStep(name = "Record the card", does = "Keeps the dates of the card. For tracks that began before release 15.")
@Reads({"card", "decidedOn", "permitMonths"})
class RecordCardDelegate implements JavaDelegate {

    private final EarlierTitles titles;

    RecordCardDelegate(EarlierTitles titles) {
        this.titles = titles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if ("issued".equals(ResidencePermitProcess.CARD.get(execution))) {
            titles.keep(execution, ProcessContract.CASE_REFERENCE.get(execution), "card");
        }
    }
}
