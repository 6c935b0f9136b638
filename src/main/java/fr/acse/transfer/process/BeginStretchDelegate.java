package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.PlaceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.NewsService;
import fr.acse.transfer.Stretch;
import fr.acse.words.Refusal;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says who escorts her on the stretch that begins, and when news of it is expected and missed. */
@Component
@ModelStep(
        name = "Begin the stretch",
        does =
                "Says who escorts her, when news is expected, and when it is missed. Only on the last stretch, its escort may read the address.")
@Reads("newArrivalAt")
@Writes({
    "newArrivalAt",
    "receptionAlarmAt",
    "escortLogin",
    "lastStretch",
    "stretch",
    "arrivalExpectedAt",
    "silenceReminderAt",
    "silenceAlarmAt",
    "escortReport",
    "shelterReport",
    "codeWord",
    "silenceOutcome",
    "journeyDecision"
})
record BeginStretchDelegate(NewsService news, PlaceService places) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        Refusal.unless(
                !"goesOn".equals(JourneyProcess.JOURNEY_DECISION.find(execution)) || !places.isGivenUp(reference),
                "goesOnGivenUp");
        Date later = JourneyProcess.NEW_ARRIVAL_AT.find(execution);
        if (later != null) {
            news.comeLater(reference, later.toInstant());
            JourneyProcess.NEW_ARRIVAL_AT.set(execution, null);
        }
        Stretch stretch = news.begin(reference);
        JourneyProcess.ESCORT_LOGIN.set(execution, stretch.escort());
        JourneyProcess.LAST_STRETCH.set(execution, stretch.last());
        JourneyProcess.STRETCH.set(execution, stretch.last() ? "last" : stretch.number() == 1 ? "first" : "second");
        JourneyProcess.ARRIVAL_EXPECTED_AT.set(execution, Date.from(stretch.expectedAt()));
        JourneyProcess.SILENCE_REMINDER_AT.set(execution, Date.from(stretch.reminderAt()));
        JourneyProcess.SILENCE_ALARM_AT.set(execution, Date.from(stretch.alarmAt()));
        // What was said on an earlier stretch is not news of this one.
        JourneyProcess.ESCORT_REPORT.set(execution, null);
        JourneyProcess.JOURNEY_DECISION.set(execution, null);
        JourneyProcess.SHELTER_REPORT.set(execution, null);
        JourneyProcess.CODE_WORD.set(execution, null);
        JourneyProcess.SILENCE_OUTCOME.set(execution, null);
        JourneyProcess.RECEPTION_ALARM_AT.set(execution, Date.from(news.receptionAlarm(reference)));
    }
}
