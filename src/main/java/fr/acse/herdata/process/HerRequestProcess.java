package fr.acse.herdata.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Variables of the process model {@code her-request.bpmn}. */
@Component
class HerRequestProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("her-request")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION, Groups.SHELTERS)
            .withChoices("copyAnswer", "copyRead");

    static final Variable<String> KIND = CONTRACT.code("rightKind");
    static final Variable<LocalDate> ASKED_ON = CONTRACT.day("askedOn");
    static final Variable<LocalDate> TOLD_ON = CONTRACT.day("toldOn");
    static final Variable<String> ANSWER = CONTRACT.code("herAnswer");
    static final Variable<String> HANDED_OVER = CONTRACT.choice("handedOver");
    static final Variable<String> OPERATOR_GROUP = CONTRACT.code("operatorGroup");
    static final Variable<Instant> REMINDER_AT = CONTRACT.moment("requestReminderAt");
    static final Variable<Instant> DUE_AT = CONTRACT.moment("requestDueAt");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
