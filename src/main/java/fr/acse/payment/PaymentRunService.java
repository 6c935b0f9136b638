package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts payment orders into a payment run. A second person releases the run. The bank's answers are recorded for each line. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class PaymentRunService {

    private final PaymentRuns runs;
    private final PaymentOrders orders;
    private final TravelClaims claims;
    private final Payees payees;
    private final Ledger ledger;
    private final AccountRetention accounts;
    private final Days days;

    /** People who cannot release a payment run: the person who started it. */
    public Set<Login> excluded(CaseReference reference) {
        return runs.findById(reference).map(run -> Set.of(run.startedBy())).orElse(Set.of());
    }

    /**
     * The day on which banks carry out a run: the wanted day, or the next day on which banks work. A past day is replaced by today.
     *
     * @throws Refusal if the wanted day is more than a month ahead
     */
    public LocalDate bankDay(LocalDate asked) {
        LocalDate today = days.today();
        LocalDate latest = today.plusMonths(1);
        Refusal.unless(!asked.isAfter(latest), "executionTooLate", Words.day(latest));
        return BankDays.from(asked.isBefore(today) ? today : asked);
    }

    /** The first day from today on which banks work. */
    @Transactional(readOnly = true)
    public LocalDate nextBankDay() {
        return BankDays.from(days.today());
    }

    /**
     * What the next run would pay to one payee.
     *
     * @param payee code of an association or a shelter
     */
    public record Waiting(String payee, int payments, Cents amount) {}

    /** The payment orders that wait for a run, in one line for each payee. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        List<PaymentOrder> waiting = orders.findByState(PaymentOrder.State.WAITING);
        // One query reads all claims. Without it, each order would read its own.
        claims.findAllById(waiting.stream()
                .map(PaymentOrder::claim)
                .filter(Objects::nonNull)
                .toList());
        Map<String, List<PaymentOrder>> byPayee =
                waiting.stream().collect(Collectors.groupingBy(payees::code, TreeMap::new, Collectors.toList()));
        return byPayee.entrySet().stream()
                .map(each -> new Waiting(
                        each.getKey(),
                        each.getValue().size(),
                        Cents.sum(each.getValue().stream().map(PaymentOrder::amount))))
                .toList();
    }

    /**
     * @return number of orders in the run
     * @throws Refusal if no payment order waits
     */
    public int start(CaseReference reference, LocalDate executionDate, Login person) {
        runs.lockAll();
        runs.save(new PaymentRun(reference, executionDate, person, days.now()));
        int line = 0;
        for (PaymentOrder order : orders.lockWaiting()) {
            order.take(reference, ++line);
        }
        Refusal.unless(line > 0, "nothingToPay");
        return line;
    }

    public Cents total(CaseReference reference) {
        return Cents.sum(orders.findByRunOrderByLine(reference).stream().map(PaymentOrder::amount));
    }

    /** @throws Refusal if the same person started the run, or the file pays to an account that a shelter no longer has */
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
     * Stops a payment run. Its orders wait for the next run.
     *
     * @return cases whose order is refused now, because the bank has refused the account of the shelter meanwhile
     * @throws Refusal if the same person started the run
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

    /** @param line number of the line in the run, from 1 */
    public PaymentOrder order(CaseReference reference, int line) {
        return orders.findByRunAndLine(reference, line).orElseThrow();
    }

    /**
     * A payment that the bank made or refused.
     *
     * @param claim id of the claim, or null if a shelter was paid back
     * @param references the case of the claim, or of the allowance that the shelter advanced; if the bank refused the account of a shelter,
     *     also the cases of all waiting orders to this account
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

    /** Refuses the waiting orders to shelter accounts that the bank has refused. */
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
     * A line of a run with a final answer of the bank.
     *
     * @param refusedBecause code of the reason for the refusal, or null if the line was paid
     */
    public record SaidLine(int line, String refusedBecause) {}

    /**
     * The bank's answers to the lines of a payment run.
     *
     * @param open number of lines without a final answer
     * @param opposed numbers of lines for which the bank says the opposite of the recorded answer
     */
    public record BankSays(List<SaidLine> lines, int open, List<Integer> opposed) {}

    /**
     * Reads a status report of the bank for the lines of a run that have no recorded answer.
     *
     * @throws Refusal if the text is no status report, is about another run, names an unknown payment, or contradicts itself about a
     *     payment
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

    private PaymentRun get(CaseReference reference) {
        return runs.findById(reference).orElseThrow(() -> new Refusal("noPaymentFile", reference));
    }
}
