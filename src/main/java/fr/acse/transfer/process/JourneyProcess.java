package fr.acse.transfer.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Declares the variables and messages of the model {@code journey.bpmn}. */
@Component
class JourneyProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("journey")
            .withChoices("operatorGroup", "shelterGroup", "takenOver", "shelterSays")
            .with(
                    TransferProcess.ESCORT_CONFIRMED,
                    TransferProcess.SILENCE_ALARM_AT,
                    TransferProcess.SHELTER_REPORT,
                    TransferProcess.ESCORT_LOGIN,
                    TransferProcess.ESCORT_REPORT,
                    TransferProcess.NEW_ARRIVAL_AT,
                    TransferProcess.ARRIVAL_EXPECTED_AT)
            .withErrors("acse.journeyHeard", "acse.journeyInTrouble")
            .withOutcomes("arrived", "returned", "lost");

    static final String ID = "journey";
    static final String ADDRESS_GIVEN_UP = CONTRACT.message("acse.addressGivenUp");

    static final String ESCORT_CALLED = CONTRACT.message("acse.escortCalled");

    static final Variable<Login> ESCORT_LOGIN = TransferProcess.ESCORT_LOGIN;
    static final Variable<Login> NEXT_ESCORT_LOGIN = CONTRACT.login("nextEscortLogin");
    static final Variable<Boolean> LAST_STRETCH = CONTRACT.flag("lastStretch");

    /** The current stretch: first, second or last. */
    static final Variable<String> STRETCH = CONTRACT.code("stretch");

    static final Variable<Instant> ARRIVAL_EXPECTED_AT = TransferProcess.ARRIVAL_EXPECTED_AT;
    static final Variable<Instant> NEW_ARRIVAL_AT = TransferProcess.NEW_ARRIVAL_AT;
    static final Variable<Instant> SILENCE_REMINDER_AT = CONTRACT.moment("silenceReminderAt");
    static final Variable<Instant> SILENCE_ALARM_AT = TransferProcess.SILENCE_ALARM_AT;
    static final Variable<String> ESCORT_REPORT = TransferProcess.ESCORT_REPORT;
    static final Variable<String> SHELTER_REPORT = TransferProcess.SHELTER_REPORT;
    static final Variable<Instant> RECEPTION_ALARM_AT = CONTRACT.moment("receptionAlarmAt");
    static final Variable<Boolean> RECEPTION_LATE = CONTRACT.flag("receptionLate");
    static final Variable<String> CODE_WORD = CONTRACT.code("codeWord");
    static final Variable<String> SILENCE_OUTCOME = CONTRACT.code("silenceOutcome");
    static final Variable<String> JOURNEY_DECISION = CONTRACT.code("journeyDecision");
    /** What was heard of the way back: back, later, danger or lost. */
    static final Variable<String> RETURN_REPORT = CONTRACT.code("returnReport");

    static final Variable<Instant> NEW_RETURN_AT = CONTRACT.moment("newReturnAt");
    static final Variable<Instant> RETURN_EXPECTED_AT = CONTRACT.moment("returnExpectedAt");
    static final Variable<Instant> RETURN_ALARM_AT = CONTRACT.moment("returnAlarmAt");
    static final Variable<String> LAST_DECISION = CONTRACT.code("lastDecision");

    /** The result of the news: goesOn, relay or trouble. */
    static final Variable<String> NEWS = CONTRACT.code("news");

    static final Variable<String> OUTCOME = CONTRACT.code("journeyOutcome");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
