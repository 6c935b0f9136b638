package fr.acse.payment.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code pay-back.bpmn}. */
@Component
class PayBackProcess implements ProcessContract {

    static final String PAID_BACK = "acse.paidBack";
    static final String PAY_BACK_REFUSED = "acse.payBackRefused";

    /** Whose cash it was, and whether to the account that is known. */
    static final Variable<String> ADVANCE_IS = Variable.code("advanceIs");

    /** Whether a second person has confirmed that nothing is paid back. */
    static final Variable<String> NOT_PAID_BACK = Variable.code("notPaidBack");

    /** Whether there is an order for the next run. */
    static final Variable<Boolean> ORDERED = Variable.flag("payBackOrdered");

    /** Why the bank refused it, or null. */
    static final Variable<String> REFUSED_BECAUSE = Variable.code("payBackRefusedBecause");

    static final Variable<String> CONFIRMED = Variable.code("accountConfirmed");

    @Override
    public String processId() {
        return "pay-back";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("accountThere", "payBackTo", "allowanceEuros"),
                ADVANCE_IS,
                NOT_PAID_BACK,
                ORDERED,
                REFUSED_BECAUSE,
                CONFIRMED,
                LAST_HAND);
    }

    @Override
    public Set<String> messages() {
        return Set.of(PAID_BACK, PAY_BACK_REFUSED);
    }
}
