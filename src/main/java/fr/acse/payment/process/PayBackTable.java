package fr.acse.payment.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.payment.Allowance;
import fr.acse.payment.AllowanceService;
import fr.acse.payment.PaymentStandings;
import fr.acse.words.Words;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows whether the shelter that advanced the allowance of a case was paid back. The table names neither the shelter nor the run. */
@Component
@Order(30)
record PayBackTable(AllowanceService allowances, PaymentStandings standings) implements CaseTable {

    @Override
    public String name() {
        return "casePayBack";
    }

    @Override
    public List<String> columns() {
        return List.of("sum", "standing");
    }

    @Override
    public List<List<String>> rows(CaseReference reference) {
        return allowances.of(reference).stream()
                .filter(Allowance::isAdvanced)
                .map(advanced -> List.of(PaymentWords.euros(advanced.amount()), standing(advanced)))
                .toList();
    }

    private String standing(Allowance advanced) {
        return advanced.isWaived()
                ? Words.of("payBackStanding.waived")
                : standings
                        .ofAdvance(advanced)
                        .map(PaymentWords::standing)
                        .orElseGet(() -> Words.of("payBackStanding.toSay"));
    }
}
