package fr.acse.herdata.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code her-request.bpmn}. */
@Component
class HerRequestProcess implements ProcessContract {

    static final Variable<String> KIND = Variable.code("rightKind");
    static final Variable<String> ASKED_ON = Variable.code("askedOn");
    static final Variable<String> TOLD_ON = Variable.code("toldOn");
    static final Variable<String> ANSWER = Variable.code("herAnswer");
    static final Variable<String> HANDED_OVER = Variable.code("handedOver").ofModels();
    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<Date> REMINDER_AT = Variable.moment("requestReminderAt");
    static final Variable<Date> DUE_AT = Variable.moment("requestDueAt");

    @Override
    public String processId() {
        return "her-request";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("copyAnswer", "copyRead"),
                KIND,
                ASKED_ON,
                TOLD_ON,
                ANSWER,
                HANDED_OVER,
                OPERATOR_GROUP,
                REMINDER_AT,
                DUE_AT);
    }
}
