package fr.acse.payment.process;

import static fr.acse.payment.process.AllowanceProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.WomenLinked;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pays one allowance to a woman with linked cases: in the case in which she arrived last. */
@Component
record LinkedAllowances(AllowanceService allowances, CaseProcesses processes) {

    /** Ends the allowances that are too many after cases were linked. */
    @EventListener
    void end(WomenLinked linked) {
        for (CaseReference each : allowances.tooMany(linked.reference())) {
            allowances.cancel(each);
            processes.tell(each, PAID_ELSEWHERE);
        }
    }

    /** Grants the allowance in this case instead of the linked cases in which it was not handed over, if there are any. */
    void payHereInstead(DelegateExecution execution, CaseReference reference) {
        List<CaseReference> unpaid = allowances.unpaidInLinked(reference);
        if (!unpaid.isEmpty()) {
            unpaid.forEach(each -> processes.tell(each, PAID_ELSEWHERE));
            allowances.takeOver(unpaid, reference);
            GRANTED.set(execution, true);
            EUROS.set(execution, allowances.amountOf(reference).toEuros());
        }
        HAD_BEFORE.set(execution, unpaid.isEmpty() && allowances.hasInLinked(reference));
    }
}
