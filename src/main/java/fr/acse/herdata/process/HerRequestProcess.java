package fr.acse.herdata.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Model {@code her-request.bpmn}. */
@Component
class HerRequestProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("her-request")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION, Groups.SHELTERS)
            .withChoices("copyAnswer", "copyRead");

    static final Variable<String> KIND = CONTRACT.code("rightKind");
    static final Variable<String> ASKED_ON = CONTRACT.code("askedOn");
    static final Variable<String> TOLD_ON = CONTRACT.code("toldOn");
    static final Variable<String> ANSWER = CONTRACT.code("herAnswer");
    static final Variable<String> HANDED_OVER = CONTRACT.choice("handedOver");
    static final Variable<String> OPERATOR_GROUP = CONTRACT.code("operatorGroup");
    static final Variable<Date> REMINDER_AT = CONTRACT.moment("requestReminderAt");
    static final Variable<Date> DUE_AT = CONTRACT.moment("requestDueAt");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
