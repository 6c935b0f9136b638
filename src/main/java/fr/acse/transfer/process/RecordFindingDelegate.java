package fr.acse.transfer.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.OfEarlierModels;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.NewsService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The coordination found out where they are: if they arrive later, they are waited for again. */
@Component
@OfEarlierModels
@ModelStep(
        name = "Record the new time",
        does =
                "A new time of arrival moves the escort's window, never beyond the longest journey (acse.transfer.longest).")
@Reads("newArrivalAt")
@Writes("silenceAlarmAt")
class RecordFindingDelegate implements JavaDelegate {

    private final NewsService news;

    RecordFindingDelegate(NewsService news) {
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Date later = TransferProcess.NEW_ARRIVAL_AT.find(execution);
        if (later != null) {
            TransferProcess.SILENCE_ALARM_AT.set(
                    execution, Date.from(news.delay(ProcessContract.CASE_REFERENCE.get(execution), later.toInstant())));
        }
    }
}
