package fr.acse.transfer.process;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Declares the variables and messages of the model {@code transfer.bpmn}. */
@Component
class TransferProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("transfer")
            .withChoices(
                    "operatorGroup",
                    "shelterGroup",
                    "arrivalDate",
                    "travelBy",
                    "journeyOutcome",
                    "trace",
                    "noShowAnswer")
            .withErrors("acse.departureHeard")
            .withOutcomes("arrived", "returned", "dayOver", "noShow");

    /** Login of the person who did a step that a second person must check. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final String ID = "transfer";
    static final String ESCORT_REPLACED = CONTRACT.message("acse.escortReplaced");

    static final Variable<ShelterCode> SHELTER_CODE = CONTRACT.shelter("shelterCode");
    static final Variable<Instant> DEPARTURE_AT = CONTRACT.moment("departureAt");
    static final Variable<Instant> ARRIVAL_EXPECTED_AT = CONTRACT.moment("arrivalExpectedAt");
    static final Variable<String> ESCORT_IS = CONTRACT.code("escortIs");
    static final Variable<Login> ESCORT_COLLEAGUE = CONTRACT.login("escortColleague");
    static final Variable<Login> ESCORT_LOGIN = CONTRACT.login("escortLogin");
    static final Variable<Boolean> ESCORT_CONFIRMED = CONTRACT.flag("escortConfirmed");
    static final Variable<String> ESCORT_CONFIRMATION = CONTRACT.code("escortConfirmation");
    static final Variable<Instant> CONFIRM_ESCORT_UNTIL = CONTRACT.moment("confirmEscortUntil");
    static final Variable<Instant> AGREED_DAY_ENDS_AT = CONTRACT.moment("agreedDayEndsAt");
    static final Variable<String> DEPARTURE = CONTRACT.code("departure");
    static final Variable<Instant> NEW_DEPARTURE_AT = CONTRACT.moment("newDepartureAt");
    static final Variable<Instant> DEPARTURE_REMINDER_AT = CONTRACT.moment("departureReminderAt");
    static final Variable<Instant> DEPARTURE_ALARM_AT = CONTRACT.moment("departureAlarmAt");

    /** Number of stretches of the journey: one, two or three. */
    static final Variable<String> STRETCHES = CONTRACT.code("stretches");

    /** Whether a legal guardian decides for the woman: none, mayKnow, or mustNotKnow if the guardian must not be told. */
    static final Variable<String> GUARDIAN = CONTRACT.code("guardian");

    static final Variable<LocalDate> GUARDIAN_AGREED_ON = CONTRACT.day("guardianAgreedOn");
    static final Variable<Instant> CHANGE_1_AT = CONTRACT.moment("change1At");
    static final Variable<Instant> CHANGE_2_AT = CONTRACT.moment("change2At");
    static final Variable<Login> ESCORT_AFTER_1 = CONTRACT.login("escortAfter1");
    static final Variable<Login> ESCORT_AFTER_2 = CONTRACT.login("escortAfter2");
    static final Variable<Login> ESCORT_ELSEWHERE = CONTRACT.login("escortElsewhere");
    static final Variable<Login> ESCORT_ELSEWHERE_1 = CONTRACT.login("escortElsewhere1");
    static final Variable<Login> ESCORT_ELSEWHERE_2 = CONTRACT.login("escortElsewhere2");
    static final Variable<Login> ESCORT_SUBSTITUTE = CONTRACT.login("escortSubstitute");
    static final Variable<String> REPLACEMENT = CONTRACT.code("replacement");
    static final Variable<String> SAFETY_ALERT = CONTRACT.code("safetyAlert");
    static final Variable<Boolean> ADDRESS_GIVEN_UP = CONTRACT.flag("addressGivenUp");
    static final Variable<Boolean> NO_SHOW_OVER = CONTRACT.flag("noShowOver");
    static final Variable<String> ESCORT_REPORT = CONTRACT.code("escortReport");
    static final Variable<String> SHELTER_REPORT = CONTRACT.code("shelterReport");
    static final Variable<Instant> NEW_ARRIVAL_AT = CONTRACT.moment("newArrivalAt");
    static final Variable<Instant> SILENCE_ALARM_AT = CONTRACT.moment("silenceAlarmAt");
    static final Variable<String> TRANSFER_OUTCOME = CONTRACT.code("transferOutcome");

    static final String ARRIVAL_CHANGED = CONTRACT.message("acse.arrivalChanged");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
