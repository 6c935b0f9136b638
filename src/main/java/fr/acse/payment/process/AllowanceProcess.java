package fr.acse.payment.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code allowance.bpmn}. */
@Component
class AllowanceProcess implements ProcessContract {

    static final String ID = "allowance";
    static final String PAID_ELSEWHERE = "acse.allowancePaidElsewhere";
    static final String BEGINS = "acse.allowanceBegins";

    /** Group of the shelter in which she lives: the task follows her when she moves. */
    static final Variable<String> SHELTER_GROUP = Variable.code("shelterGroup");

    static final Variable<Boolean> GRANTED = Variable.flag("allowanceGranted");
    static final Variable<String> EUROS = Variable.code("allowanceEuros");
    static final Variable<String> APPROVAL = Variable.code("approval");
    static final Variable<String> HAND_OVER = Variable.code("handOver");
    /** Whether the woman of an earlier case is she. */
    static final Variable<String> SAME_WOMAN = Variable.code("sameWoman");

    /** Whether finance was asked a second time. */
    static final Variable<Boolean> ASKED_AGAIN = Variable.flag("askedAgain");

    static final Variable<String> TRY_AGAIN_ON = Variable.code("tryAgainOn");

    /** The morning on which the shelter is asked again. */
    static final Variable<Date> TRY_AGAIN_AT = Variable.moment("tryAgainAt");

    /** Whether what did not reach her is paid again. */
    static final Variable<String> PAY_AGAIN = Variable.code("payAgain");

    /** Whose cash it was. */
    static final Variable<String> MONEY_FROM = Variable.code("moneyFrom");

    /** Code of the shelter that advanced the money, for whoever says whether it is paid back. */
    static final Variable<String> PAY_BACK_TO = Variable.code("payBackTo");

    static final Variable<String> HANDED_OVER_ON = Variable.code("handedOverOn");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("askAgain"),
                PAY_AGAIN,
                SHELTER_GROUP,
                GRANTED,
                EUROS,
                SAME_WOMAN,
                APPROVAL,
                ASKED_AGAIN,
                HAND_OVER,
                TRY_AGAIN_ON,
                TRY_AGAIN_AT,
                MONEY_FROM,
                PAY_BACK_TO,
                HANDED_OVER_ON,
                LAST_HAND);
    }

    @Override
    public Set<String> messages() {
        return Set.of(BEGINS, PAID_ELSEWHERE);
    }
}
