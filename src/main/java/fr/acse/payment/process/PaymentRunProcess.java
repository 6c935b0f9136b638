package fr.acse.payment.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Variables of the process model {@code payment-run.bpmn}. */
@Component
class PaymentRunProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("payment-run").startedBy(Groups.FINANCE).withStartLists("runPreview");

    /** Prefix of the references of payment runs. */
    static final String PREFIX = "PRUN";

    static final Variable<LocalDate> EXECUTION_DATE = CONTRACT.day("executionDate");
    static final Variable<Integer> LINE_COUNT = CONTRACT.number("lineCount");
    static final Variable<String> TOTAL_EUROS = CONTRACT.code("totalEuros");
    static final Variable<String> RELEASE = CONTRACT.code("release");
    static final Variable<Integer> LINE_NUMBER = CONTRACT.number("lineNumber");
    static final Variable<String> LINE_EUROS = CONTRACT.code("lineEuros");
    static final Variable<String> BANK_ANSWER = CONTRACT.code("bankAnswer");
    static final Variable<String> BANK_REASON = CONTRACT.code("bankReason");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
