package fr.acse.breach.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Variables of the process model {@code breach.bpmn}. */
@Component
class BreachProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("breach");

    static final String ID = "breach";

    static final Variable<Instant> AUTHORITY_DUE_AT = CONTRACT.moment("authorityDueAt");
    static final Variable<Instant> AUTHORITY_REMINDER_AT = CONTRACT.moment("authorityReminderAt");
    static final Variable<String> AUTHORITY = CONTRACT.code("authorityNotified");
    static final Variable<String> ADDRESS_DECISION = CONTRACT.code("addressDecision");
    static final Variable<Integer> RESIDENT_COUNT = CONTRACT.number("residentCount");
    static final Variable<CaseReference> RESIDENT = CONTRACT.reference("residentReference");
    static final Variable<String> RESIDENT_DECISION = CONTRACT.code("residentDecision");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
