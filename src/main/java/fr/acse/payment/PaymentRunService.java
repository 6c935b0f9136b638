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
    private static final String OTHER_ACCOUNTS = "sealed_otherAccounts";
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

    /**
     * The day on which banks carry out a run: that day, or the next one on which they work; never one that is past.
     *
     * @throws Refusal if it is more than a month ahead
     */
    public LocalDate bankDay(LocalDate asked) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate latest = today.plusMonths(1);
        Refusal.unless(!asked.isAfter(latest), "executionTooLate", Words.day(latest));
        return BankDays.from(asked.isBefore(today) ? today : asked);
    }

    /**
     * @return how many orders the run takes along
     * @throws Refusal if none waits
     */
    public int start(CaseReference reference, LocalDate executionDate, Login person) {
        runs.lockAll();
        runs.save(new PaymentRun(reference, executionDate, person, clock.instant()));
        int line = 0;
        for (PaymentOrder order : orders.lockWaiting()) {
            order.take(reference, ++line);
        }
        Refusal.unless(line > 0, "nothingToPay");
        return line;
    }

    /** Writes the file of a run and seals it; its hash is kept in clear. */
    public void writeFile(CaseReference reference, Login person) {
        runs.lockAll();
        PaymentRun run = get(reference);
        toShelters(reference)
                .forEach(order ->
                        order.writtenTo(payees.lockedAccountOfShelter(order).edition()));
        List<PaymentOrder> inFile = orders.findByRunOrderByLine(reference);
        List<PaymentFile.Line> lines = inFile.stream().map(this::line).toList();
        String xml = new PaymentFile(reference.value(), run.startedAt(), run.executionDate(), debtor, lines).xml();
        run.fix(sha256(xml));
        files.seal(reference, Map.of(FILE, xml), person);
        String others = otherAccounts(inFile);
        if (!others.isEmpty()) {
            files.seal(reference, Map.of(OTHER_ACCOUNTS, others), person);
        }
    }

    public Cents total(CaseReference reference) {
        return Cents.sum(orders.findByRunOrderByLine(reference).stream().map(PaymentOrder::amount));
    }

    /** @throws Refusal if the same person started it, or the file pays to an account that a shelter has no more */
    public void release(CaseReference reference, Login person) {
        runs.lockAll();
        get(reference).release(person);
        toShelters(reference).forEach(this::requireItsAccount);
        orders.findByRunOrderByLine(reference)
                .forEach(order -> ledger.book(Booking.SENT, order.id(), order.amount(), person));
    }

    private void requireItsAccount(PaymentOrder order) {
        ShelterAccount account = payees.lockedAccountOfShelter(order);
        Refusal.unless(
                account.isGood() && account.edition() == order.accountEdition(),
                "accountOfShelterChanged",
                payees.code(order));
    }

    /**
     * Stops a run: its orders wait for the next one.
     *
     * @return cases whose order waits no more, because the bank has refused the account of the shelter meanwhile
     * @throws Refusal if the same person started it
     */
    public List<CaseReference> stop(CaseReference reference, Login person) {
        runs.lockAll();
        get(reference).stop(person);
        List<PaymentOrder> givenBack = orders.findByRunOrderByLine(reference);
        givenBack.forEach(PaymentOrder::giveBack);
        return casesOf(refuseToBadAccounts(givenBack, person));
    }

    private List<PaymentOrder> toShelters(CaseReference run) {
        return orders.findByRunOrderByLine(run).stream()
                .filter(PaymentOrder::isToShelter)
                .toList();
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
        runs.lockAll();
        PaymentOrder order = order(reference, line);
        if (paid) {
            order.paid();
            ledger.book(Booking.PAID, order.id(), order.amount(), person);
        } else {
            order.refuse(reason);
            ledger.counter(Booking.SENT, order.id(), person);
            ledger.counter(order.booking(), order.id(), person);
        }
        if (order.isToShelter()) {
            List<PaymentOrder> settled = new ArrayList<>(List.of(order));
            if (!paid) {
                payees.lockedAccountOfShelter(order).refused(order.accountEdition(), reason);
                settled.addAll(refuseToBadAccounts(orders.lockWaiting(), person));
            }
            return new Settled(null, casesOf(settled));
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

    /** What waits to be paid to an account that the bank has refused is refused with it. */
    private List<PaymentOrder> refuseToBadAccounts(List<PaymentOrder> waiting, Login person) {
        List<PaymentOrder> refused = new ArrayList<>();
        waiting.stream().filter(PaymentOrder::isToShelter).forEach(order -> {
            ShelterAccount account = payees.lockedAccountOfShelter(order);
            if (!account.isGood()) {
                order.refuse(account.refusedBecause());
                ledger.counter(order.booking(), order.id(), person);
                refused.add(order);
            }
        });
        return refused;
    }

    private List<CaseReference> casesOf(List<PaymentOrder> settled) {
        return settled.stream().map(payees::caseOf).sorted().toList();
    }

    /**
     * A line of which the bank says something final.
     *
     * @param refusedBecause code of why it was refused, or null if it was paid
     */
    public record SaidLine(int line, String refusedBecause) {}

    /**
     * What the bank says of a run.
     *
     * @param open how many lines have no final answer yet
     * @param opposed lines of which it says the opposite of what is recorded
     */
    public record BankSays(List<SaidLine> lines, int open, List<Integer> opposed) {}

    /**
     * What a status report of the bank says of the lines of a run that have no answer yet.
     *
     * @throws Refusal if it is no status report, is about another run, names a payment that is in no line, or says two things of one
     */
    @Transactional(readOnly = true)
    public BankSays said(CaseReference reference, String xml) {
        get(reference).requireReleased();
        StatusReport report = StatusReport.read(xml);
        Refusal.unless(report.message().equals(reference.value()), "statusOther", reference);
        List<PaymentOrder> all = orders.findByRunOrderByLine(reference);
        Set<String> ids = all.stream().map(PaymentOrder::endToEndId).collect(Collectors.toSet());
        Refusal.unless(ids.containsAll(report.payments().keySet()), "statusUnknown", reference);
        all.stream()
                .filter(order -> report.contradicted().contains(order.endToEndId()))
                .findFirst()
                .ifPresent(order -> {
                    throw new Refusal("statusTwice", order.line());
                });
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
        List<Integer> opposed = all.stream()
                .filter(order -> isOpposed(order.state(), report.of(order.endToEndId())))
                .map(PaymentOrder::line)
                .toList();
        return new BankSays(said, waiting.size() - said.size(), opposed);
    }

    private static boolean isOpposed(PaymentOrder.State recorded, StatusReport.Said bank) {
        return recorded == PaymentOrder.State.PAID && bank.isRefused()
                || recorded == PaymentOrder.State.REFUSED && bank.isPaid();
    }

    /**
     * A payment of a run, before its file may be read.
     *
     * @param account which of the accounts of the payee, in words
     * @param claim case of a claim; null if a shelter is paid back
     */
    public record Payee(int line, String organisation, String account, CaseReference claim, String euros) {}

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

    /** Whom one line pays, without the account. */
    public Payee payee(CaseReference reference, int line) {
        PaymentOrder order = order(reference, line);
        return payee(order, Words.of("payeeAccount." + payees.whichAccount(order)));
    }

    /**
     * Whom a run pays, for whoever releases it: where money goes to an account that only a claim names, she reads its holder and the last
     * signs of its number, and that is recorded.
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

    /** By line; none where all money goes to accounts that are known. */
    private static Map<Integer, String> otherAccounts(String kept) {
        return kept == null
                ? Map.of()
                : kept.lines()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> Integer.valueOf(pair[0]), pair -> pair[1]));
    }

    /** Holder and last signs of each account in the file that only a claim names, line by line. */
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
        return new SentLine(
                order.line(),
                to.payee(),
                lastSigns(to.iban()),
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

    /**
     * How far a payment is.
     *
     * @param run that it is or was in, or null
     * @param isReleased whether the bank has the file of that run
     * @param executionDate of that run, or null
     * @param bankReason code of why the bank refused it, or null
     */
    public record Payment(
            PaymentOrder.State state,
            CaseReference run,
            boolean isReleased,
            LocalDate executionDate,
            String bankReason) {}

    /** How far the latest payment of a claim is; empty as long as nobody has approved it. */
    @Transactional(readOnly = true)
    public Optional<Payment> ofClaim(UUID claim) {
        return orders.findFirstByClaimOrderByOrderedAtDesc(claim).map(this::payment);
    }

    /** How far the shelter is paid back that advanced an allowance; empty as long as nobody has ordered it. */
    @Transactional(readOnly = true)
    public Optional<Payment> ofAdvance(Allowance advanced) {
        return orders.findFirstByAllowanceOrderByOrderedAtDesc(advanced.id()).map(this::payment);
    }

    private Payment payment(PaymentOrder order) {
        PaymentRun run = order.run() == null ? null : get(order.run());
        return new Payment(
                order.state(),
                order.run(),
                run != null && run.state() == PaymentRun.State.RELEASED,
                run == null ? null : run.executionDate(),
                order.bankReason());
    }

    /**
     * A run and what became of it.
     *
     * @param day on which the bank carries it out
     * @param open how many lines have no final answer of the bank
     */
    public record Run(
            CaseReference reference, LocalDate day, PaymentRun.State state, int lines, String euros, long open) {}

    /** The last runs, the latest first. */
    @Transactional(readOnly = true)
    public List<Run> latest(int most) {
        return runs.latest(most).stream()
                .map(run -> new Run(
                        new CaseReference(run.getReference()),
                        LocalDate.parse(run.getDay()),
                        PaymentRun.State.valueOf(run.getState()),
                        run.getLines(),
                        new Cents(run.getCents()).toEuros(),
                        run.getOpen()))
                .toList();
    }

    /** Code of why the bank refused the latest payment of a claim. */
    @Transactional(readOnly = true)
    public Optional<String> bankReason(UUID claim) {
        return orders.findFirstByClaimAndBankReasonNotNullOrderByOrderedAtDesc(claim)
                .map(PaymentOrder::bankReason);
    }
}
