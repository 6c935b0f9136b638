package fr.acse.stay.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.stay.Leaving;
import fr.acse.stay.LeavingService;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody else says whether it is so. */
@Component
@ModelStep(
        name = "Record the answer",
        does = "Refused if the same association proposed and confirms it, or if the day of leaving lies ahead.")
@Reads("leavingAnswer")
@Writes("nextContactAt")
record RecordLeavingDelegate(LeavingService leavings, CurrentPerson person, ZoneId zone) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Leaving leaving = leavings.answer(
                ProcessContract.CASE_REFERENCE.get(execution), LeavingProcess.ANSWER.get(execution), person.login());
        LeavingProcess.NEXT_CONTACT_AT.set(
                execution,
                leaving.nextContact() == null
                        ? null
                        : Date.from(leaving.nextContact().atStartOfDay(zone).toInstant()));
    }
}
