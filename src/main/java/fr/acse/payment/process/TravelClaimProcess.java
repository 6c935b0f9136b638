package fr.acse.payment.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code travel-claim.bpmn}. */
@Component
class TravelClaimProcess implements ProcessContract {

    static final String ID = "travel-claim";
    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<String> CLAIM_ID = Variable.code("claimId");
    static final Variable<String> PAY_TO = Variable.code("payTo");
    static final Variable<String> CHECK = Variable.code("claimCheck");
    /** Whether more is to be paid for a line than its ceiling. */
    static final Variable<Boolean> OVER_CEILING = Variable.flag("overCeiling");

    static final Variable<String> EXCESS = Variable.code("excess");
    static final Variable<String> APPROVAL = Variable.code("approval");

    static final String BEGINS = "acse.claimBegins";
    static final String CLAIM_PAID = "acse.claimPaid";
    static final String PAYMENT_REFUSED = "acse.paymentRefused";

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(), OPERATOR_GROUP, CLAIM_ID, PAY_TO, CHECK, OVER_CEILING, EXCESS, APPROVAL);
    }

    @Override
    public Set<String> messages() {
        return Set.of(BEGINS, CLAIM_PAID, PAYMENT_REFUSED);
    }
}
