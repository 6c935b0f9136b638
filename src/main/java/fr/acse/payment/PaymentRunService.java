package fr.acse.payment;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Payment orders become one file for the bank, and the bank's answers are recorded line by line. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PaymentRunService {

    private static final String FILE = "sealed_paymentFile";
    private static final int SHOWN_SIGNS = 4;

    private final PaymentRuns runs;
    private final PaymentOrders orders;
    private final TravelClaims claims;
    private final DirectoryService directory;
    private final CaseFileService files;
    private final AuditLog audit;
    private final Debtor debtor;
    private final Clock clock;
    private final ZoneId zone;

    PaymentRunService(
            PaymentRuns runs,
            PaymentOrders orders,
            TravelClaims claims,
            DirectoryService directory,
            CaseFileService files,
            AuditLog audit,
            Debtor debtor,
            Clock clock,
            ZoneId zone) {
        this.runs = runs;
        this.orders = orders;
        this.claims = claims;
        this.directory = directory;
        this.files = files;
        this.audit = audit;
        this.debtor = debtor;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whoever cannot release a run: she started it. */
    public Set<Login> excluded(CaseReference reference) {
        return runs.findById(reference).map(run -> Set.of(run.startedBy())).orElse(Set.of());
    }

    /** The day on which banks carry out a run: that day, or the next one on which they work; never one that is past. */
    public LocalDate bankDay(LocalDate asked) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return BankDays.from(asked.isBefore(today) ? today : asked);
    }

    /** @return how many orders the run takes along */
    public int start(CaseReference reference, LocalDate executionDate, Login person) {
        runs.save(new PaymentRun(reference, executionDate, person, clock.instant()));
        int line = 0;
        for (PaymentOrder order : orders.lockWaiting()) {
            order.take(reference, ++line);
        }
        return line;
    }

    /** Writes the file of a run and seals it; its hash is kept in clear. */
    public void writeFile(CaseReference reference, Login person) {
        PaymentRun run = get(reference);
        List<PaymentFile.Line> lines =
                orders.findByRunOrderByLine(reference).stream().map(this::line).toList();
        String xml = new PaymentFile(reference.value(), run.startedAt(), run.executionDate(), debtor, lines).xml();
        run.fix(sha256(xml));
        files.seal(reference, Map.of(FILE, xml), person);
    }

    public Cents total(CaseReference reference) {
        return Cents.sum(orders.findByRunOrderByLine(reference).stream().map(PaymentOrder::amount));
    }

    /** @throws Refusal if the same person started it */
    public void release(CaseReference reference, Login person) {
        get(reference).release(person);
    }

    /**
     * Stops a run: its orders wait for the next one.
     *
     * @throws Refusal if the same person started it
     */
    public void stop(CaseReference reference, Login person) {
        get(reference).stop(person);
        orders.findByRunOrderByLine(reference).forEach(PaymentOrder::giveBack);
    }

    /** @param line from 1 */
    public PaymentOrder order(CaseReference reference, int line) {
        return orders.findByRunAndLine(reference, line).orElseThrow();
    }

    /** @return the claim that was paid or refused */
    public TravelClaim settle(CaseReference reference, int line, boolean paid, String reason) {
        PaymentOrder order = order(reference, line);
        TravelClaim claim = claims.findById(order.claim()).orElseThrow();
        if (paid) {
            order.paid();
            claim.paid();
        } else {
            order.refuse(reason);
            claim.reopen();
        }
        return claim;
    }

    /**
     * A line of which the bank says something final.
     *
     * @param refusedBecause code of why it was refused, or null if it was paid
     */
    public record SaidLine(int line, String refusedBecause) {}

    /** @param open how many lines have no final answer yet */
    public record BankSays(List<SaidLine> lines, int open) {}

    /**
     * What a status report of the bank says of the lines of a run that have no answer yet.
     *
     * @throws Refusal if it is no status report, is about another run, or names a payment that is in no line
     */
    @Transactional(readOnly = true)
    public BankSays said(CaseReference reference, String xml) {
        get(reference).requireReleased();
        StatusReport report = StatusReport.read(xml);
        Refusal.unless(report.message().equals(reference.value()), "statusOther", reference);
        List<PaymentOrder> all = orders.findByRunOrderByLine(reference);
        Set<String> ids = all.stream().map(PaymentOrder::endToEndId).collect(Collectors.toSet());
        Refusal.unless(ids.containsAll(report.payments().keySet()), "statusUnknown", reference);
        List<PaymentOrder> waiting = all.stream()
                .filter(order -> order.state() == PaymentOrder.State.SENT)
                .toList();
        List<SaidLine> said = new ArrayList<>();
        for (PaymentOrder order : waiting) {
            StatusReport.Said bank = report.of(order.endToEndId());
            if (bank.isPaid() || bank.isRefused()) {
                said.add(new SaidLine(order.line(), bank.isRefused() ? bank.why() : null));
            }
        }
        return new BankSays(said, waiting.size() - said.size());
    }

    /** A payment of a run, before its file may be read. */
    public record Payee(int line, String organisation, String euros) {}

    /**
     * A payment of a released run, as the bank's statement shows it.
     *
     * @param payee name of who holds the account
     * @param account its last four signs
     * @param claim case that it is paid for
     * @param bankReason code of why the bank refused it, or null
     */
    public record SentLine(
            int line,
            String payee,
            String account,
            CaseReference claim,
            String euros,
            PaymentOrder.State state,
            String bankReason) {}

    /** Whom a run pays, without their accounts. */
    public List<Payee> payees(CaseReference reference) {
        return orders.findByRunOrderByLine(reference).stream()
                .map(order -> new Payee(
                        order.line(),
                        claims.findById(order.claim()).orElseThrow().operator(),
                        order.amount().toEuros()))
                .toList();
    }

    /**
     * The bytes for the bank, always the same; that a person read them is recorded.
     *
     * @throws Refusal if no second person has released the run, or it was stopped
     */
    public byte[] file(CaseReference reference, Login person) {
        PaymentRun run = get(reference);
        run.requireReleased();
        String xml =
                files.reveal(reference, List.of(FILE), person, "payment-run").get(FILE);
        if (xml == null || !sha256(xml).equals(run.sha256())) {
            throw new Refusal("noPaymentFile", reference);
        }
        audit.add(Act.PAYMENT_FILE_READ, person, reference.value());
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whom a released run pays, line by line, for whoever records what the bank says; that she read it is recorded.
     *
     * @throws Refusal if no second person has released the run
     */
    public List<SentLine> lines(CaseReference reference, Login person) {
        get(reference).requireReleased();
        // The file of the run says the same: one look is one reading.
        files.reveal(reference, List.of(FILE), person, "payment-run");
        return orders.findByRunOrderByLine(reference).stream().map(this::sent).toList();
    }

    private SentLine sent(PaymentOrder order) {
        TravelClaim claim = claims.findById(order.claim()).orElseThrow();
        Account account = account(claim);
        String iban = read(account.file(), account.iban()).replace(" ", "");
        return new SentLine(
                order.line(),
                read(account.file(), account.payee()),
                iban.substring(Math.max(0, iban.length() - SHOWN_SIGNS)),
                claim.reference(),
                order.amount().toEuros(),
                order.state(),
                order.bankReason());
    }

    private PaymentFile.Line line(PaymentOrder order) {
        TravelClaim claim = claims.findById(order.claim()).orElseThrow();
        Account account = account(claim);
        return new PaymentFile.Line(
                order.endToEndId(),
                order.amount(),
                read(account.file(), account.payee()),
                read(account.file(), account.iban()).replace(" ", "").toUpperCase(Locale.ROOT),
                Words.of("payment.remittance", claim.number()));
    }

    /** In which file an account is sealed, and by which names. */
    private record Account(CaseReference file, String payee, String iban) {}

    private Account account(TravelClaim claim) {
        return claim.ownAccount()
                ? new Account(
                        directory.find(claim.operator()).orElseThrow().fileReference(),
                        "sealed_organisationName",
                        "sealed_organisationIban")
                : new Account(claim.reference(), "sealed_accountHolder", "sealed_iban");
    }

    private String read(CaseReference file, String field) {
        return files.readForRule(file, field).orElseThrow(() -> new Refusal("noAccount"));
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

    /** Code of why the bank refused the latest payment of a claim. */
    @Transactional(readOnly = true)
    public Optional<String> bankReason(UUID claim) {
        return orders.findFirstByClaimAndBankReasonNotNullOrderByOrderedAtDesc(claim)
                .map(PaymentOrder::bankReason);
    }
}
