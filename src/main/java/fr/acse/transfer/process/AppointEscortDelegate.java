package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Variable;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.EscortService;
import fr.acse.transfer.JourneyPlan;
import fr.acse.transfer.JourneyPlan.Change;
import fr.acse.transfer.JourneyService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the journey with its escort; without one there is none. */
@Component
@ModelStep(
        name = "Appoint the escort",
        does =
                "Refuses a journey without a full commitment, an agreed arrival, a named escort, and the word of whoever decides for her by law, unless the danger comes from there. Whoever escorts her on the last stretch gets the address from 24 hours before the departure until the arrival is confirmed, and at most until two hours after the planned arrival.")
@Reads({
    "escortIs",
    "escortColleague",
    "escortSubstitute",
    "guardian",
    "guardianAgreedOn",
    "shelterCode",
    "departureAt",
    "arrivalExpectedAt",
    "stretches",
    "change1At",
    "change2At",
    "escortAfter1",
    "escortAfter2"
})
@Writes({
    "escortLogin",
    "escortConfirmed",
    "confirmEscortUntil",
    "departure",
    "departureAt",
    "departureReminderAt",
    "departureAlarmAt"
})
record AppointEscortDelegate(JourneyService journeys, EscortService escorts, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.OPERATOR);
        Login escort = "me".equals(TransferProcess.ESCORT_IS.get(execution))
                ? person.login()
                : TransferProcess.ESCORT_COLLEAGUE.find(execution);
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("mayKnow".equals(TransferProcess.GUARDIAN.find(execution))) {
            String agreedOn = TransferProcess.GUARDIAN_AGREED_ON.find(execution);
            journeys.checkGuardian(agreedOn == null ? null : LocalDate.parse(agreedOn));
        }
        JourneyPlan plan = new JourneyPlan(
                escort,
                TransferProcess.ESCORT_SUBSTITUTE.find(execution),
                TransferProcess.DEPARTURE_AT.get(execution).toInstant(),
                TransferProcess.ARRIVAL_EXPECTED_AT.get(execution).toInstant(),
                changes(execution));
        boolean confirmed = journeys.plan(reference, TransferProcess.SHELTER_CODE.get(execution), plan, person.login());
        // Why the journey before this one failed is no news of this one.
        TransferProcess.DEPARTURE.set(execution, null);
        TransferProcess.ESCORT_LOGIN.set(execution, escort);
        TransferProcess.ESCORT_CONFIRMED.set(execution, confirmed);
        TransferProcess.CONFIRM_ESCORT_UNTIL.set(execution, Date.from(escorts.confirmEscortUntil(reference)));
        DepartureClock.set(execution, journeys, reference);
    }

    /** As many as the way has stretches, less one. */
    private static List<Change> changes(DelegateExecution execution) {
        String stretches = TransferProcess.STRETCHES.find(execution);
        List<Change> changes = new ArrayList<>();
        if ("two".equals(stretches) || "three".equals(stretches)) {
            changes.add(change(TransferProcess.CHANGE_1_AT, TransferProcess.ESCORT_AFTER_1, execution));
        }
        if ("three".equals(stretches)) {
            changes.add(change(TransferProcess.CHANGE_2_AT, TransferProcess.ESCORT_AFTER_2, execution));
        }
        return changes;
    }

    private static Change change(Variable<Date> at, Variable<Login> relay, DelegateExecution execution) {
        Date time = at.find(execution);
        return new Change(time == null ? null : time.toInstant(), relay.find(execution));
    }
}
