package fr.acse.payment.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Model {@code pay-back.bpmn}. */
@Component
class PayBackProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("pay-back").withChoices("accountThere", "payBackTo", "allowanceEuros");

    /** The person who did the step that another person checks next. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final String PAID_BACK = CONTRACT.message("acse.paidBack");
    static final String PAY_BACK_REFUSED = CONTRACT.message("acse.payBackRefused");

    /** Whose cash it was, and whether the shelter's money goes to its known account. */
    static final Variable<String> ADVANCE_IS = CONTRACT.code("advanceIs");

    /** Whether a second person has confirmed that nothing is paid back. */
    static final Variable<String> NOT_PAID_BACK = CONTRACT.code("notPaidBack");

    /** Whether there is an order for the next run. */
    static final Variable<Boolean> ORDERED = CONTRACT.flag("payBackOrdered");

    /** Why the bank refused it, or null. */
    static final Variable<String> REFUSED_BECAUSE = CONTRACT.code("payBackRefusedBecause");

    static final Variable<String> CONFIRMED = CONTRACT.code("accountConfirmed");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
