package fr.acse.payment.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.payment.Allowance;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The state of the allowances of a case. */
@Component
@Order(10)
record AllowanceTable(AllowanceService allowances, CaseProcesses processes, Days days) implements CaseTable {

    private static final Set<Allowance.State> NOT_HERS = EnumSet.of(
            Allowance.State.REFUSED, Allowance.State.RETURNED, Allowance.State.LOST, Allowance.State.REFUSED_BY_HER);

    @Override
    public String name() {
        return "caseAllowance";
    }

    @Override
    public List<String> columns() {
        return List.of("sum", "standing", "begunOn");
    }

    @Override
    public List<List<String>> rows(CaseReference reference) {
        List<Allowance> all = allowances.of(reference);
        return all.stream()
                .map(each -> List.of(
                        PaymentWords.euros(each.amount()),
                        standing(each, each == all.get(0)),
                        Words.day(days.of(each.grantedAt()))))
                .toList();
    }

    /** The state of an allowance in words. If the latest allowance was not paid, the text says whether people still decide on it. */
    private String standing(Allowance allowance, boolean isLast) {
        if (allowance.handedOverOn() != null) {
            return Words.of("allowanceStanding.HANDED_OVER", Words.day(allowance.handedOverOn()));
        }
        String standing = Words.of("allowanceStanding." + allowance.state());
        if (!isLast || !NOT_HERS.contains(allowance.state())) {
            return standing;
        }
        return Words.of(
                isAskedAgain(allowance.reference()) ? "allowanceStanding.asked" : "allowanceStanding.ended", standing);
    }

    private boolean isAskedAgain(CaseReference reference) {
        return processes.isOpen(
                reference, "task_askAgain", "task_payAgain", "task_decideDouble", "task_lookAgainAtDouble");
    }
}
