package fr.acse.transfer.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.JourneyService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Notes until when a journey can be planned for the agreed day of arrival. */
@Component
@ModelStep(name = "Note the agreed day", does = "Notes when the agreed day of arrival is over.")
@Writes("agreedDayEndsAt")
record NoteAgreedDayListener(JourneyService journeys) implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        TransferProcess.AGREED_DAY_ENDS_AT.set(
                execution, Date.from(journeys.agreedDayEnd(ProcessContract.CASE_REFERENCE.get(execution))));
    }
}
