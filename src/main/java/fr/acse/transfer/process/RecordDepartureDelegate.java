package fr.acse.transfer.process;

import fr.acse.platform.ProcessContract;
import fr.acse.transfer.JourneyService;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** They have left: from now on news is expected. */
@Component
class RecordDepartureDelegate implements JavaDelegate {

    private final JourneyService journeys;

    RecordDepartureDelegate(JourneyService journeys) {
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant alarm = journeys.depart(ProcessContract.CASE_REFERENCE.get(execution));
        TransferProcess.SILENCE_ALARM_AT.set(execution, Date.from(alarm));
    }
}
