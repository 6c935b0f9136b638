package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.JourneyService;
import fr.acse.transfer.NewsService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** They have left: from now on news is expected. */
@Component
@ModelStep(name = "Record the departure", does = "From now on, news is expected by the planned arrival.")
@Reads("newArrivalAt")
@Writes({"newArrivalAt", "silenceAlarmAt", "escortReport", "shelterReport"})
record RecordDepartureDelegate(JourneyService journeys, NewsService news, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        Date later = TransferProcess.NEW_ARRIVAL_AT.find(execution);
        if (later != null) {
            news.delay(reference, later.toInstant());
            TransferProcess.NEW_ARRIVAL_AT.set(execution, null);
        }
        // What was said on an earlier stretch is not news of this one.
        TransferProcess.ESCORT_REPORT.set(execution, null);
        TransferProcess.SHELTER_REPORT.set(execution, null);
        TransferProcess.SILENCE_ALARM_AT.set(execution, Date.from(journeys.depart(reference, person.login())));
    }
}
