package fr.acse.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.KeptLonger;
import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts are kept longer than a case: when a case is erased, its receipts go into sealed files of their own, without who she is, and
 * they and the payment files are erased when their own time is over. The ledger names nobody and stays.
 */
@Component
@Order(0)
@Transactional(propagation = Propagation.MANDATORY)
class AccountRetention implements Traces, KeptLonger {

    private static final String PREFIX = "RCPT";
    private static final String RECEIPT = "sealed_receiptNumber";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AccountTerms terms;
    private final Allowances allowances;
    private final TravelClaims claims;
    private final CaseFileService files;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ZoneId zone;

    AccountRetention(
            AccountTerms terms,
            Allowances allowances,
            TravelClaims claims,
            CaseFileService files,
            JdbcTemplate jdbc,
            Clock clock,
            ZoneId zone) {
        this.terms = terms;
        this.allowances = allowances;
        this.claims = claims;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** Before the values of the case are gone, its receipts are put aside; nothing is removed here. */
    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        files.readForRule(reference, RECEIPT)
                .ifPresent(receipt -> allowances.findByReference(reference).stream()
                        .filter(each -> each.state() == Allowance.State.HANDED_OVER)
                        .forEach(each -> putAside(each.id(), each.handedOverOn(), receipt)));
        String receipts = files.readForRule(reference, "sealed_claimLines")
                .map(AccountRetention::receipts)
                .orElse("");
        if (!receipts.isEmpty()) {
            claims.findByReference(reference).stream()
                    .filter(each -> each.state() == TravelClaim.State.PAID)
                    .reduce((earlier, later) -> later)
                    .ifPresent(each -> putAside(each.id(), each.travelledOn(), receipts));
        }
        return Map.of();
    }

    /** One line for each line of the claim. */
    private static String receipts(String rows) {
        try {
            return StreamSupport.stream(JSON.readTree(rows).spliterator(), false)
                    .map(row -> Stream.of("spentOn", "costKind", "euros", "receipt")
                            .map(row::path)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("\n"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rows of a claim cannot be read", e);
        }
    }

    private void putAside(UUID subject, LocalDate paidOn, String receipt) {
        CaseReference file = files.open(PREFIX, Login.SYSTEM);
        files.seal(file, Map.of(RECEIPT, receipt), Login.SYSTEM);
        jdbc.update(
                "insert into receipt_file (file, subject, paid_on) values (?, ?, ?)",
                file.value(),
                subject,
                Date.valueOf(paidOn));
    }

    @Override
    public int eraseDue() {
        Date until = Date.valueOf(LocalDate.now(clock.withZone(zone)).minus(terms.kept()));
        List<String> due = jdbc.queryForList("""
                select file from receipt_file join case_file on reference = file where wrapped_key is not null and paid_on < ?
                union all
                select r.reference from payment_run r join case_file f on f.reference = r.reference
                where f.wrapped_key is not null and r.execution_date < ?""", String.class, until, until);
        due.forEach(file -> files.destroy(new CaseReference(file)));
        return due.size();
    }
}
