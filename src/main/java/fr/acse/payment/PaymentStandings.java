package fr.acse.payment;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how far payments and payment runs are, for users who wait for money and for finance. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PaymentStandings {

    private final PaymentRuns runs;
    private final PaymentOrders orders;

    /**
     * The progress of a payment.
     *
     * @param run the payment run of the payment, or null
     * @param isReleased true if the payment file of that run is released for the bank
     * @param executionDate the day on which the bank carries out that run, or null
     * @param bankReason code of the reason for which the bank refused the payment, or null
     */
    public record Payment(
            PaymentOrder.State state,
            CaseReference run,
            boolean isReleased,
            LocalDate executionDate,
            String bankReason) {}

    /** The progress of the latest payment of a claim; empty if no payment is ordered. */
    public Optional<Payment> ofClaim(UUID claim) {
        return orders.findFirstByClaimOrderByOrderedAtDesc(claim).map(this::payment);
    }

    /** The progress of the payment to the shelter that advanced an allowance; empty if no payment is ordered. */
    public Optional<Payment> ofAdvance(Allowance advanced) {
        return orders.findFirstByAllowanceOrderByOrderedAtDesc(advanced.id()).map(this::payment);
    }

    private Payment payment(PaymentOrder order) {
        PaymentRun run = order.run() == null ? null : runs.findById(order.run()).orElseThrow();
        return new Payment(
                order.state(),
                order.run(),
                run != null && run.state() == PaymentRun.State.RELEASED,
                run == null ? null : run.executionDate(),
                order.bankReason());
    }

    /**
     * A payment run with its state and its number of open lines.
     *
     * @param day on which the bank carries out the run
     * @param open number of lines without a final answer of the bank
     */
    public record Run(
            CaseReference reference, LocalDate day, PaymentRun.State state, int lines, String euros, long open) {}

    /** The latest payment runs, the newest first. */
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

    /** Code of the reason for the bank's last refusal to pay a claim. */
    public Optional<String> bankReason(UUID claim) {
        return orders.findFirstByClaimAndBankReasonNotNullOrderByOrderedAtDesc(claim)
                .map(PaymentOrder::bankReason);
    }
}
