package fr.acse.payment.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code pay-back.bpmn}. */
@Component
class PayBackProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("pay-back").withChoices("accountThere", "payBackTo", "allowanceEuros");

    /** The person who completed the last step. Another person must check this step. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final String PAID_BACK = CONTRACT.message("acse.paidBack");
    static final String PAY_BACK_REFUSED = CONTRACT.message("acse.payBackRefused");

    /** Code of the answer whether the shelter is paid back, and whether to its known account or to another one. */
    static final Variable<String> ADVANCE_IS = CONTRACT.code("advanceIs");

    /** The answer of a second person whether the shelter gets no money back. */
    static final Variable<String> NOT_PAID_BACK = CONTRACT.code("notPaidBack");

    /** True if a payment order for the shelter waits for the next payment run. */
    static final Variable<Boolean> ORDERED = CONTRACT.flag("payBackOrdered");

    /** Code of the reason for which the bank refused to pay the shelter back, or null. */
    static final Variable<String> REFUSED_BECAUSE = CONTRACT.code("payBackRefusedBecause");

    static final Variable<String> CONFIRMED = CONTRACT.code("accountConfirmed");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
