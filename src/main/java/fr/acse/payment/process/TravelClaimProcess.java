package fr.acse.payment.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code travel-claim.bpmn}. */
@Component
class TravelClaimProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("travel-claim").startedBy(Groups.OPERATORS);

    static final Variable<String> OPERATOR_GROUP = CONTRACT.code("operatorGroup");
    static final Variable<String> CLAIM_ID = CONTRACT.code("claimId");
    static final Variable<String> PAY_TO = CONTRACT.code("payTo");
    static final Variable<String> CHECK = CONTRACT.code("claimCheck");
    /** True if the amount of a line is above its ceiling. */
    static final Variable<Boolean> OVER_CEILING = CONTRACT.flag("overCeiling");

    static final Variable<String> EXCESS = CONTRACT.code("excess");
    static final Variable<String> APPROVAL = CONTRACT.code("approval");

    static final String BEGINS = CONTRACT.message("acse.claimBegins");
    static final String CLAIM_PAID = CONTRACT.message("acse.claimPaid");
    static final String PAYMENT_REFUSED = CONTRACT.message("acse.paymentRefused");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
