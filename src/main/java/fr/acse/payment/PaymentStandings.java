package fr.acse.payment;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far payments and runs are, for those who wait for money and those who look for an old run. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PaymentStandings {

    private final PaymentRuns runs;
    private final PaymentOrders orders;

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
    public Optional<Payment> ofClaim(UUID claim) {
        return orders.findFirstByClaimOrderByOrderedAtDesc(claim).map(this::payment);
    }

    /** How far the shelter is paid back that advanced an allowance; empty as long as nobody has ordered it. */
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
     * A run and what became of it.
     *
     * @param day on which the bank carries it out
     * @param open how many lines have no final answer of the bank
     */
    public record Run(
            CaseReference reference, LocalDate day, PaymentRun.State state, int lines, String euros, long open) {}

    /** The last runs, the latest first. */
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
    public Optional<String> bankReason(UUID claim) {
        return orders.findFirstByClaimAndBankReasonNotNullOrderByOrderedAtDesc(claim)
                .map(PaymentOrder::bankReason);
    }
}
