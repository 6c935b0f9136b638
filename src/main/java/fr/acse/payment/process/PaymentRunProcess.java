package fr.acse.payment.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code payment-run.bpmn}. */
@Component
class PaymentRunProcess implements ProcessContract {

    /** Prefix of the references of payment runs. */
    static final String PREFIX = "PRUN";

    static final Variable<String> EXECUTION_DATE = Variable.code("executionDate");
    static final Variable<Integer> LINE_COUNT = Variable.number("lineCount");
    static final Variable<String> TOTAL_EUROS = Variable.code("totalEuros");
    static final Variable<String> RELEASE = Variable.code("release");
    static final Variable<Integer> LINE_NUMBER = Variable.number("lineNumber");
    static final Variable<String> LINE_EUROS = Variable.code("lineEuros");
    static final Variable<String> BANK_ANSWER = Variable.code("bankAnswer");
    static final Variable<String> BANK_REASON = Variable.code("bankReason");

    @Override
    public String processId() {
        return "payment-run";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(),
                EXECUTION_DATE,
                LINE_COUNT,
                TOTAL_EUROS,
                RELEASE,
                LINE_NUMBER,
                LINE_EUROS,
                BANK_ANSWER,
                BANK_REASON);
    }
}
