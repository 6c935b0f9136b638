package fr.acse.transfer.process;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code transfer.bpmn}. */
@Component
class TransferProcess implements ProcessContract {

    static final String ID = "transfer";
    static final String ESCORT_REPLACED = "acse.escortReplaced";

    static final Variable<ShelterCode> SHELTER_CODE = Variable.shelter("shelterCode");
    static final Variable<Date> DEPARTURE_AT = Variable.moment("departureAt");
    static final Variable<Date> ARRIVAL_EXPECTED_AT = Variable.moment("arrivalExpectedAt");
    static final Variable<String> ESCORT_IS = Variable.code("escortIs");
    static final Variable<Login> ESCORT_COLLEAGUE = Variable.login("escortColleague");
    static final Variable<Login> ESCORT_LOGIN = Variable.login("escortLogin");
    static final Variable<Boolean> ESCORT_CONFIRMED = Variable.flag("escortConfirmed");
    static final Variable<String> ESCORT_CONFIRMATION = Variable.code("escortConfirmation");
    static final Variable<Date> CONFIRM_ESCORT_UNTIL = Variable.moment("confirmEscortUntil");
    static final Variable<Date> AGREED_DAY_ENDS_AT = Variable.moment("agreedDayEndsAt");
    static final Variable<String> DEPARTURE = Variable.code("departure");
    static final Variable<Date> NEW_DEPARTURE_AT = Variable.moment("newDepartureAt");
    static final Variable<Date> DEPARTURE_REMINDER_AT = Variable.moment("departureReminderAt");
    static final Variable<Date> DEPARTURE_ALARM_AT = Variable.moment("departureAlarmAt");

    /** How many stretches the way has: one, two or three. */
    static final Variable<String> STRETCHES = Variable.code("stretches");

    /** Who decides for her by law: mayKnow, mustNotKnow, or nobody. */
    static final Variable<String> GUARDIAN = Variable.code("guardian");

    static final Variable<String> GUARDIAN_AGREED_ON = Variable.code("guardianAgreedOn");
    static final Variable<Date> CHANGE_1_AT = Variable.moment("change1At");
    static final Variable<Date> CHANGE_2_AT = Variable.moment("change2At");
    static final Variable<Login> ESCORT_AFTER_1 = Variable.login("escortAfter1");
    static final Variable<Login> ESCORT_AFTER_2 = Variable.login("escortAfter2");
    static final Variable<Login> ESCORT_SUBSTITUTE = Variable.login("escortSubstitute");
    static final Variable<String> REPLACEMENT = Variable.code("replacement");
    static final Variable<String> SAFETY_ALERT = Variable.code("safetyAlert");
    static final Variable<Boolean> ADDRESS_GIVEN_UP = Variable.flag("addressGivenUp");
    static final Variable<Boolean> NO_SHOW_OVER = Variable.flag("noShowOver");
    static final Variable<String> ESCORT_REPORT = Variable.code("escortReport");
    static final Variable<String> SHELTER_REPORT = Variable.code("shelterReport");
    static final Variable<Date> NEW_ARRIVAL_AT = Variable.moment("newArrivalAt");
    static final Variable<Date> SILENCE_ALARM_AT = Variable.moment("silenceAlarmAt");
    static final Variable<String> TRANSFER_OUTCOME = Variable.code("transferOutcome");

    static final String ARRIVAL_CHANGED = "acse.arrivalChanged";

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "operatorGroup",
                        "shelterGroup",
                        "arrivalDate",
                        "travelBy",
                        "journeyOutcome",
                        "trace",
                        "noShowAnswer"),
                GUARDIAN,
                GUARDIAN_AGREED_ON,
                LAST_HAND,
                NEW_DEPARTURE_AT,
                DEPARTURE_REMINDER_AT,
                DEPARTURE_ALARM_AT,
                STRETCHES,
                CHANGE_1_AT,
                CHANGE_2_AT,
                ESCORT_AFTER_1,
                ESCORT_AFTER_2,
                ESCORT_SUBSTITUTE,
                REPLACEMENT,
                SAFETY_ALERT,
                NO_SHOW_OVER,
                ADDRESS_GIVEN_UP,
                SHELTER_CODE,
                DEPARTURE_AT,
                ARRIVAL_EXPECTED_AT,
                ESCORT_IS,
                ESCORT_COLLEAGUE,
                ESCORT_LOGIN,
                ESCORT_CONFIRMED,
                ESCORT_CONFIRMATION,
                CONFIRM_ESCORT_UNTIL,
                AGREED_DAY_ENDS_AT,
                DEPARTURE,
                ESCORT_REPORT,
                SHELTER_REPORT,
                NEW_ARRIVAL_AT,
                SILENCE_ALARM_AT,
                TRANSFER_OUTCOME);
    }

    @Override
    public Set<String> errors() {
        return Set.of("acse.departureHeard");
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("arrived", "returned", "dayOver", "noShow");
    }

    @Override
    public Set<String> messages() {
        return Set.of(ARRIVAL_CHANGED, ESCORT_REPLACED);
    }
}
