package fr.acse.payment;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.SepaText;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sealed payment file of a run. Finance can read the file only after the release; the payees are shown before the release. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class RunFiles {

    /**
     * A payment of a run, as it is shown before the release of the payment file.
     *
     * @param account kind of the payee's account, in words
     * @param claim the case of a claim; null if a shelter is paid back
     */
    public record Payee(int line, String organisation, String account, CaseReference claim, String euros) {}

    /**
     * A payment of a released run, as the bank's statement shows it.
     *
     * @param payee name of the account holder
     * @param account the last four characters of the IBAN
     * @param claim the case of the claim; null if a shelter is paid back
     * @param bankReason code of the reason for which the bank refused the payment, or null
     */
    public record SentLine(
            int line,
            String payee,
            String account,
            CaseReference claim,
            String euros,
            PaymentOrder.State state,
            String bankReason) {}

    private static final String FILE = "sealed_paymentFile";
    private static final String OTHER_ACCOUNTS = "sealed_otherAccounts";
    private static final int SHOWN_SIGNS = 4;

    private final PaymentRuns runs;
    private final PaymentOrders orders;
    private final Payees payees;
    private final CaseFileService files;
    private final AuditLog audit;
    private final Debtor debtor;

    /** Writes and seals the payment file of a run. The hash of the file is stored unencrypted. */
    public void write(CaseReference reference, Login person) {
        runs.lockAll();
        PaymentRun run = get(reference);
        List<PaymentOrder> inFile = orders.findByRunOrderByLine(reference);
        inFile.stream()
                .filter(PaymentOrder::isToShelter)
                .forEach(order ->
                        order.writtenTo(payees.lockedAccountOfShelter(order).edition()));
        List<PaymentFile.Line> lines = inFile.stream().map(this::line).toList();
        String xml = new PaymentFile(reference.value(), run.startedAt(), run.executionDate(), debtor, lines).xml();
        run.fix(sha256(xml));
        files.seal(reference, Map.of(FILE, xml), person);
        String others = otherAccounts(inFile);
        if (!others.isEmpty()) {
            files.seal(reference, Map.of(OTHER_ACCOUNTS, others), person);
        }
    }

    private PaymentFile.Line line(PaymentOrder order) {
        return new PaymentFile.Line(
                order.endToEndId(), order.amount(), payees.holder(order), payees.iban(order), payees.remittance(order));
    }

    /** The payee of one line, without the account number. */
    public Payee payee(CaseReference reference, int line) {
        PaymentOrder order = orders.findByRunAndLine(reference, line).orElseThrow();
        return payee(order, Words.of("payeeAccount." + payees.whichAccount(order)));
    }

    /**
     * The payees of a run for the person who releases it. For an account that only a claim names, this person reads the account holder and
     * the last four characters of the IBAN. The reveal log records this reading.
     */
    public List<Payee> payeesToRelease(CaseReference reference, Login person) {
        Map<Integer, String> others =
                otherAccounts(files.reveal(reference, List.of(OTHER_ACCOUNTS), person, "payment-run")
                        .get(OTHER_ACCOUNTS));
        return orders.findByRunOrderByLine(reference).stream()
                .map(order -> {
                    String which = "payeeAccount." + payees.whichAccount(order);
                    String other = others.get(order.line());
                    return payee(order, other == null ? Words.of(which) : Words.of(which + ".of", other));
                })
                .toList();
    }

    /** Accounts that only a claim names, by line number; empty if the run has no account of this kind. */
    private static Map<Integer, String> otherAccounts(String kept) {
        return kept == null
                ? Map.of()
                : kept.lines()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> Integer.valueOf(pair[0]), pair -> pair[1]));
    }

    /** Holder and last four characters of each account that only a claim names, one line of text for each. */
    private String otherAccounts(List<PaymentOrder> inFile) {
        return inFile.stream()
                .filter(payees::isNamedInClaim)
                .map(order -> order.line() + "=" + SepaText.of(payees.holder(order), SepaText.NAME) + ", …"
                        + lastSigns(payees.iban(order)))
                .collect(Collectors.joining("\n"));
    }

    private Payee payee(PaymentOrder order, String account) {
        return new Payee(
                order.line(),
                payees.code(order),
                account,
                payees.shownCase(order),
                order.amount().toEuros());
    }

    private static String lastSigns(String iban) {
        return iban.substring(Math.max(0, iban.length() - SHOWN_SIGNS));
    }

    /**
     * The bytes of the payment file for the bank. The audit log records the reading.
     *
     * @throws Refusal if no second person has released the run, or the run was stopped
     */
    public byte[] file(CaseReference reference, Login person) {
        String xml = read(reference, person);
        audit.add(Act.PAYMENT_FILE_READ, person, reference.value());
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The payees of a released run, one for each line, for the person who records the bank's answers. The reveal log records the reading.
     *
     * @throws Refusal if no second person has released the run, or the run was stopped
     */
    public List<SentLine> lines(CaseReference reference, Login person) {
        Map<String, PaymentFile.Sent> file = PaymentFile.sent(read(reference, person));
        return orders.findByRunOrderByLine(reference).stream()
                .map(order -> sent(order, file.get(order.endToEndId())))
                .toList();
    }

    private String read(CaseReference reference, Login person) {
        PaymentRun run = get(reference);
        run.requireReleased();
        String xml =
                files.reveal(reference, List.of(FILE), person, "payment-run").get(FILE);
        Refusal.unless(xml != null, "noPaymentFile", reference);
        Refusal.unless(sha256(xml).equals(run.sha256()), "paymentFileChanged", reference);
        return xml;
    }

    private SentLine sent(PaymentOrder order, PaymentFile.Sent to) {
        return new SentLine(
                order.line(),
                to.payee(),
                lastSigns(to.iban()),
                payees.shownCase(order),
                order.amount().toEuros(),
                order.state(),
                order.bankReason());
    }

    private PaymentRun get(CaseReference reference) {
        return runs.findById(reference).orElseThrow(() -> new Refusal("noPaymentFile", reference));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
