package fr.acse.payment.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Model {@code allowance.bpmn}. */
@Component
class AllowanceProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("allowance").withChoices("askAgain");

    /** The person who did the step that another person checks next. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final String ID = "allowance";
    static final String PAID_ELSEWHERE = CONTRACT.message("acse.allowancePaidElsewhere");
    static final String BEGINS = CONTRACT.message("acse.allowanceBegins");

    /** Group of the shelter in which she lives: the task follows her when she moves. */
    static final Variable<String> SHELTER_GROUP = CONTRACT.code("shelterGroup");

    static final Variable<Boolean> GRANTED = CONTRACT.flag("allowanceGranted");
    static final Variable<String> EUROS = CONTRACT.code("allowanceEuros");
    static final Variable<String> APPROVAL = CONTRACT.code("approval");
    static final Variable<String> HAND_OVER = CONTRACT.code("handOver");
    /** Whether the woman of an earlier case is she. */
    static final Variable<String> SAME_WOMAN = CONTRACT.code("sameWoman");

    /** Whether finance was asked a second time. */
    static final Variable<Boolean> ASKED_AGAIN = CONTRACT.flag("askedAgain");

    static final Variable<LocalDate> TRY_AGAIN_ON = CONTRACT.day("tryAgainOn");

    /** The morning on which the shelter is asked again. */
    static final Variable<Instant> TRY_AGAIN_AT = CONTRACT.moment("tryAgainAt");

    /** Whether what did not reach her is paid again. */
    static final Variable<String> PAY_AGAIN = CONTRACT.code("payAgain");

    /** Whose cash it was. */
    static final Variable<String> MONEY_FROM = CONTRACT.code("moneyFrom");

    /** Code of the shelter that advanced the money, for the person who says whether it is paid back. */
    static final Variable<String> PAY_BACK_TO = CONTRACT.code("payBackTo");

    static final Variable<LocalDate> HANDED_OVER_ON = CONTRACT.day("handedOverOn");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
