package fr.acse.payment;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.KeptLonger;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipts and payment files are kept longer than a case. When a claim or an allowance is paid, its receipts are copied to a separate
 * sealed file without the woman's identity. The receipts and the payment files are erased when the retention time {@code
 * acse.accounts.kept} is over. The ledger contains no names and is never erased.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class AccountRetention implements KeptLonger {

    private static final String PREFIX = "RCPT";
    private static final String RECEIPT = "sealed_receiptNumber";

    /** @param subject {@code claim} or {@code allowance} */
    public record Kept(String subject, int number, LocalDate paidOn) {}

    private final AccountTerms terms;
    private final ClaimRows rows;
    private final CaseFileService files;
    private final AuditLog audit;
    private final JdbcTemplate jdbc;
    private final Days days;

    /** Copies the number of the signed receipt of an allowance to a sealed file of its own. */
    void keep(Allowance handedOver) {
        files.readForRule(handedOver.reference(), RECEIPT).ifPresent(receipt -> putAside(handedOver.id(), receipt));
    }

    /** Copies the receipts of a paid travel claim to a sealed file of its own, one line of text for each line of the claim. */
    void keep(TravelClaim paid) {
        List<ClaimRows.Row> lines = rows.read(paid.reference(), ClaimRows.LINES);
        if (!lines.isEmpty()) {
            putAside(
                    paid.id(),
                    lines.stream()
                            .map(line ->
                                    line.spentOn() + " " + line.costKind() + " " + line.euros() + " " + line.receipt())
                            .collect(Collectors.joining("\n")));
        }
    }

    private void putAside(UUID subject, String receipt) {
        CaseReference file = files.open(PREFIX, Login.SYSTEM);
        files.seal(file, Map.of(RECEIPT, receipt), Login.SYSTEM);
        jdbc.update(
                "insert into receipt_file (file, subject, paid_on) values (?, ?, ?)",
                file.value(),
                subject,
                Date.valueOf(days.today()));
    }

    /** The claims and allowances whose receipts are not erased yet, the oldest payment first. */
    @Transactional(readOnly = true)
    public List<Kept> kept() {
        return jdbc.query(
                "select * from receipt_kept order by paid_on, subject, number",
                (row, index) -> new Kept(
                        row.getString("subject"),
                        row.getInt("number"),
                        row.getDate("paid_on").toLocalDate()));
    }

    /** The receipts of the claim or allowance with this number. The reveal log records each reading. */
    @Transactional
    public List<String> receipts(String subject, int number, Login person) {
        return jdbc
                .queryForList(
                        "select file from receipt_kept where subject = ? and number = ? order by file",
                        String.class,
                        subject,
                        number)
                .stream()
                .map(file -> files.reveal(new CaseReference(file), List.of(RECEIPT), person, "receipts")
                        .get(RECEIPT))
                .toList();
    }

    @Override
    public void eraseDue() {
        Date until = Date.valueOf(days.today().minus(terms.kept()));
        List<String> due = jdbc.queryForList("""
                select file from receipt_file join case_file on reference = file where wrapped_key is not null and paid_on < ?
                union all
                select r.reference from payment_run r join case_file f on f.reference = r.reference
                where f.wrapped_key is not null and r.execution_date < ?
                  and not exists (select from payment_order o where o.run = r.reference and o.state = 'SENT')""", String.class, until, until);
        due.forEach(file -> files.destroy(new CaseReference(file)));
        if (!due.isEmpty()) {
            audit.add(Act.ERASED, Login.SYSTEM, "", "receipts and payment files: " + due.size());
        }
    }
}
