package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.NewsService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The escort may have said that they are there, and the shelter not. */
@Component
@ModelStep(
        name = "Look whether it is late",
        does = "It is late when the escort has said that they are there, and the shelter has not.")
@Writes({"receptionLate", "receptionAlarmAt"})
record CheckReceptionDelegate(NewsService news) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        JourneyProcess.RECEPTION_LATE.set(execution, news.isAtShelter(reference));
        JourneyProcess.RECEPTION_ALARM_AT.set(execution, Date.from(news.receptionAlarm(reference)));
    }
}
