package fr.acse.transfer.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code journey.bpmn}. */
@Component
class JourneyProcess implements ProcessContract {

    static final String ID = "journey";
    static final String ADDRESS_GIVEN_UP = "acse.addressGivenUp";

    static final Variable<Login> ESCORT_LOGIN = TransferProcess.ESCORT_LOGIN;
    static final Variable<Login> NEXT_ESCORT_LOGIN = Variable.login("nextEscortLogin");
    static final Variable<Boolean> LAST_STRETCH = Variable.flag("lastStretch");

    /** first, second or last. */
    static final Variable<String> STRETCH = Variable.code("stretch");

    static final Variable<Date> ARRIVAL_EXPECTED_AT = TransferProcess.ARRIVAL_EXPECTED_AT;
    static final Variable<Date> NEW_ARRIVAL_AT = TransferProcess.NEW_ARRIVAL_AT;
    static final Variable<Date> SILENCE_REMINDER_AT = Variable.moment("silenceReminderAt");
    static final Variable<Date> SILENCE_ALARM_AT = TransferProcess.SILENCE_ALARM_AT;
    static final Variable<String> ESCORT_REPORT = TransferProcess.ESCORT_REPORT;
    static final Variable<String> SHELTER_REPORT = TransferProcess.SHELTER_REPORT;
    static final Variable<Date> RECEPTION_ALARM_AT = Variable.moment("receptionAlarmAt");
    static final Variable<Boolean> RECEPTION_LATE = Variable.flag("receptionLate");
    static final Variable<String> CODE_WORD = Variable.code("codeWord");
    static final Variable<String> SILENCE_OUTCOME = Variable.code("silenceOutcome");
    static final Variable<String> JOURNEY_DECISION = Variable.code("journeyDecision");

    /** What follows from the news: goesOn, relay or trouble. */
    static final Variable<String> NEWS = Variable.code("news");

    static final Variable<String> OUTCOME = Variable.code("journeyOutcome");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("operatorGroup", "shelterGroup", "takenOver", "shelterSays"),
                ESCORT_LOGIN,
                TransferProcess.ESCORT_CONFIRMED,
                NEXT_ESCORT_LOGIN,
                LAST_STRETCH,
                STRETCH,
                ARRIVAL_EXPECTED_AT,
                NEW_ARRIVAL_AT,
                SILENCE_REMINDER_AT,
                SILENCE_ALARM_AT,
                ESCORT_REPORT,
                SHELTER_REPORT,
                RECEPTION_ALARM_AT,
                RECEPTION_LATE,
                CODE_WORD,
                SILENCE_OUTCOME,
                JOURNEY_DECISION,
                NEWS,
                OUTCOME);
    }

    @Override
    public Set<String> errors() {
        return Set.of("acse.journeyHeard", "acse.journeyInTrouble");
    }

    @Override
    public Set<String> messages() {
        return Set.of(ADDRESS_GIVEN_UP);
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("arrived", "returned", "lost");
    }
}
