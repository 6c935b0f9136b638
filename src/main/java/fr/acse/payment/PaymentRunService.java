package fr.acse.payment;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
    private final Payees payees;
    private final Ledger ledger;
    private final AccountRetention accounts;
    private final CaseFileService files;
    private final AuditLog audit;
    private final Debtor debtor;
    private final Clock clock;
    private final ZoneId zone;

    PaymentRunService(
            PaymentRuns runs,
            PaymentOrders orders,
            TravelClaims claims,
            Payees payees,
            Ledger ledger,
            AccountRetention accounts,
            CaseFileService files,
            AuditLog audit,
            Debtor debtor,
            Clock clock,
            ZoneId zone) {
        this.runs = runs;
        this.orders = orders;
        this.claims = claims;
        this.payees = payees;
        this.ledger = ledger;
        this.accounts = accounts;
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
        orders.findByRunOrderByLine(reference)
                .forEach(order -> ledger.book(Booking.SENT, order.id(), order.amount(), person));
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

    /**
     * What the bank paid or refused.
     *
     * @param claim or null if a shelter was paid back
     * @param references case of the claim, or of the allowance that the shelter advanced; if the bank refused the account of a shelter, the
     *     cases of all that was to be paid to it
     */
    public record Settled(UUID claim, List<CaseReference> references) {}

    public Settled settle(CaseReference reference, int line, boolean paid, String reason, Login person) {
        PaymentOrder order = order(reference, line);
        if (paid) {
            order.paid();
            ledger.book(Booking.PAID, order.id(), order.amount(), person);
        } else {
            order.refuse(reason);
            ledger.counter(Booking.SENT, order.id(), person);
            ledger.counter(order.booking(), order.id(), person);
        }
        if (order.claim() == null) {
            List<PaymentOrder> settled = new ArrayList<>(List.of(order));
            if (!paid) {
                settled.addAll(refuseWhatWaitsForTheSameAccount(order, reason, person));
            }
            return new Settled(
                    null, settled.stream().map(payees::caseOf).sorted().toList());
        }
        TravelClaim claim = claims.findById(order.claim()).orElseThrow();
        if (paid) {
            claim.paid();
            accounts.keep(claim);
        } else {
            claim.reopen();
        }
        return new Settled(claim.id(), List.of(claim.reference()));
    }

    private List<PaymentOrder> refuseWhatWaitsForTheSameAccount(PaymentOrder refused, String reason, Login person) {
        payees.refused(refused, clock.instant());
        List<PaymentOrder> waiting = orders.lockWaiting().stream()
                .filter(each -> payees.isToTheSameShelter(each, refused))
                .toList();
        waiting.forEach(each -> {
            each.refuse(reason);
            ledger.counter(each.booking(), each.id(), person);
        });
        return waiting;
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
     * @param claim case of the claim; null if a shelter is paid back
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
                        order.line(), payees.code(order), order.amount().toEuros()))
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
        Refusal.unless(xml != null, "noPaymentFile", reference);
        if (!sha256(xml).equals(run.sha256())) {
            throw new Refusal("paymentFileChanged", reference);
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
        String xml =
                files.reveal(reference, List.of(FILE), person, "payment-run").get(FILE);
        Refusal.unless(xml != null, "noPaymentFile", reference);
        Map<String, PaymentFile.Sent> file = PaymentFile.sent(xml);
        return orders.findByRunOrderByLine(reference).stream()
                .map(order -> sent(order, file.get(order.endToEndId())))
                .toList();
    }

    private SentLine sent(PaymentOrder order, PaymentFile.Sent to) {
        String iban = to.iban();
        return new SentLine(
                order.line(),
                to.payee(),
                iban.substring(Math.max(0, iban.length() - SHOWN_SIGNS)),
                payees.shownCase(order),
                order.amount().toEuros(),
                order.state(),
                order.bankReason());
    }

    private PaymentFile.Line line(PaymentOrder order) {
        return new PaymentFile.Line(
                order.endToEndId(), order.amount(), payees.holder(order), payees.iban(order), payees.remittance(order));
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
