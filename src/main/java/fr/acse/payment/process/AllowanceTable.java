package fr.acse.payment.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.payment.Allowance;
import fr.acse.payment.AllowanceService;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where the allowance of a case is. */
@Component
@Order(10)
class AllowanceTable implements CaseTable {

    private final AllowanceService allowances;
    private final ZoneId zone;

    AllowanceTable(AllowanceService allowances, ZoneId zone) {
        this.allowances = allowances;
        this.zone = zone;
    }

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
        return allowances.of(reference).stream().map(this::row).toList();
    }

    private List<String> row(Allowance allowance) {
        return List.of(
                PaymentWords.euros(allowance.amount()),
                allowance.handedOverOn() == null
                        ? Words.of("allowanceStanding." + allowance.state())
                        : Words.of("allowanceStanding.HANDED_OVER", Words.day(allowance.handedOverOn())),
                Words.day(LocalDate.ofInstant(allowance.grantedAt(), zone)));
    }
}
