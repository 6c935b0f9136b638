package fr.acse.breach.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code breach.bpmn}. */
@Component
class BreachProcess implements ProcessContract {

    static final String ID = "breach";

    static final Variable<Date> AUTHORITY_DUE_AT = Variable.moment("authorityDueAt");
    static final Variable<Date> AUTHORITY_REMINDER_AT = Variable.moment("authorityReminderAt");
    static final Variable<String> AUTHORITY = Variable.code("authorityNotified");
    static final Variable<String> ADDRESS_DECISION = Variable.code("addressDecision");
    static final Variable<Integer> RESIDENT_COUNT = Variable.number("residentCount");
    static final Variable<CaseReference> RESIDENT = Variable.reference("residentReference");
    static final Variable<String> RESIDENT_DECISION = Variable.code("residentDecision");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(),
                AUTHORITY_DUE_AT,
                AUTHORITY_REMINDER_AT,
                AUTHORITY,
                ADDRESS_DECISION,
                RESIDENT_COUNT,
                RESIDENT,
                RESIDENT_DECISION);
    }
}
