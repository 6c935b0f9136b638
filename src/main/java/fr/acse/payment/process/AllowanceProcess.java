package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code allowance.bpmn}. */
@Component
class AllowanceProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("allowance").withChoices("askAgain");

    /** The person who completed the last step. Another person must check this step. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final String ID = "allowance";
    static final String PAID_ELSEWHERE = CONTRACT.message("acse.allowancePaidElsewhere");
    static final String BEGINS = CONTRACT.message("acse.allowanceBegins");

    /** Group of the shelter in which the woman lives. The task goes to the new shelter when she moves. */
    static final Variable<String> SHELTER_GROUP = CONTRACT.code("shelterGroup");

    static final Variable<Boolean> GRANTED = CONTRACT.flag("allowanceGranted");
    static final Variable<String> EUROS = CONTRACT.code("allowanceEuros");
    static final Variable<String> APPROVAL = CONTRACT.code("approval");
    static final Variable<String> HAND_OVER = CONTRACT.code("handOver");
    /** The coordination's answer whether the woman of this case is the woman of an earlier case. */
    static final Variable<String> SAME_WOMAN = CONTRACT.code("sameWoman");

    /** The cases that are hers. The step that records them clears the variable, because others read the variables of the process. */
    static final Variable<List<CaseReference>> SAME_CASES = CONTRACT.references("sameCases");

    /** True if the woman has her allowance in a linked case. */
    static final Variable<Boolean> HAD_BEFORE = CONTRACT.flag("hadBefore");

    /** True if finance was asked a second time to approve the allowance. */
    static final Variable<Boolean> ASKED_AGAIN = CONTRACT.flag("askedAgain");

    static final Variable<LocalDate> TRY_AGAIN_ON = CONTRACT.day("tryAgainOn");

    /** 9 o'clock on the day of the next try to hand over the money. */
    static final Variable<Instant> TRY_AGAIN_AT = CONTRACT.moment("tryAgainAt");

    /** The decision whether an allowance that did not reach the woman is paid again. */
    static final Variable<String> PAY_AGAIN = CONTRACT.code("payAgain");

    /** The source of the money: the cash of the shelter, or the network. */
    static final Variable<String> MONEY_FROM = CONTRACT.code("moneyFrom");

    /** Code of the shelter that advanced the money. The person who decides on the pay-back reads the code. */
    static final Variable<String> PAY_BACK_TO = CONTRACT.code("payBackTo");

    static final Variable<LocalDate> HANDED_OVER_ON = CONTRACT.day("handedOverOn");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
