package fr.acse.transfer.process;

import fr.acse.codes.Login;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.JourneyService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the journey with its escort; without one there is none. */
@Component
@ModelStep(
        name = "Appoint the escort",
        does =
                "Refuses a journey without a full commitment, an agreed arrival and a named escort. The escort gets the address from 24 hours before the departure until the arrival is confirmed, and at most until two hours after the planned arrival.")
@Reads({"escortIs", "escortColleague", "shelterCode", "departureAt", "arrivalExpectedAt"})
@Writes({"escortLogin", "escortConfirmed", "confirmEscortUntil", "departure"})
class AppointEscortDelegate implements JavaDelegate {

    private final JourneyService journeys;
    private final CaseAccess access;
    private final CurrentPerson person;

    AppointEscortDelegate(JourneyService journeys, CaseAccess access, CurrentPerson person) {
        this.journeys = journeys;
        this.access = access;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.OPERATOR);
        Login escort = "me".equals(TransferProcess.ESCORT_IS.get(execution))
                ? person.login()
                : TransferProcess.ESCORT_COLLEAGUE.find(execution);
        boolean confirmed = journeys.plan(
                ProcessContract.CASE_REFERENCE.get(execution),
                TransferProcess.SHELTER_CODE.get(execution),
                escort,
                person.login(),
                TransferProcess.DEPARTURE_AT.get(execution).toInstant(),
                TransferProcess.ARRIVAL_EXPECTED_AT.get(execution).toInstant());
        // Why the journey before this one failed is no news of this one.
        TransferProcess.DEPARTURE.set(execution, null);
        TransferProcess.ESCORT_LOGIN.set(execution, escort);
        TransferProcess.ESCORT_CONFIRMED.set(execution, confirmed);
        TransferProcess.CONFIRM_ESCORT_UNTIL.set(
                execution, Date.from(journeys.confirmEscortUntil(ProcessContract.CASE_REFERENCE.get(execution))));
    }
}
