package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is money changes its state only as it may, whoever calls. */
class MoneyGuardsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Costs COSTS = new Costs(1200, 345, 2, DAY);

    private final Allowance allowance =
            new Allowance(UUID.randomUUID(), "ACSE-0000-0000", new byte[0], 30_400, Instant.EPOCH);
    private final TravelClaim claim = new TravelClaim("ACSE-0000-0000", "harbour", Instant.EPOCH);
    private final PaymentRun run = new PaymentRun("PAYR-0000-0000", DAY, "finance", Instant.EPOCH);

    @Test
    void anAllowanceIsDecidedOnceThenHandedOverByAnother() {
        refused("somebodyElse", () -> allowance.handOver("shelter", DAY));
        allowance.approve("finance");
        assertThat(allowance.state()).isEqualTo(Allowance.State.APPROVED);
        refused("somebodyElse", () -> allowance.approve("finance2"));
        refused("somebodyElse", () -> allowance.refuse("finance2"));
        refused("secondPerson", () -> allowance.handOver("finance", DAY));
        assertThat(allowance.isUnpaid()).isTrue();
        allowance.handOver("shelter", DAY);
        assertThat(allowance.state()).isEqualTo(Allowance.State.HANDED_OVER);
        assertThat(allowance.isUnpaid()).isFalse();
        refused("somebodyElse", allowance::cancel);
        refused("somebodyElse", () -> allowance.handOver("shelter", DAY));
        assertThat(allowance.amountCents()).isEqualTo(30_400);
    }

    @Test
    void aRefusedOrCancelledAllowanceIsNotPaid() {
        allowance.refuse("finance");
        assertThat(allowance.state()).isEqualTo(Allowance.State.REFUSED);
        refused("somebodyElse", () -> allowance.handOver("shelter", DAY));
        refused("somebodyElse", allowance::cancel);

        Allowance other = new Allowance(UUID.randomUUID(), "ACSE-0000-0000", new byte[0], 30_400, Instant.EPOCH);
        assertThat(other.isUnpaid()).isTrue();
        other.cancel();
        assertThat(other.state()).isEqualTo(Allowance.State.CANCELLED);
        refused("somebodyElse", () -> other.approve("finance"));
    }

    @Test
    void aClaimGoesThroughThreePairsOfHands() {
        refused("somebodyElse", () -> claim.check("coordinator"));
        claim.submit(COSTS, false, "operator");
        assertThat(claim.state()).isEqualTo(TravelClaim.State.SUBMITTED);
        assertThat(claim.totalCents()).isEqualTo(1545);
        assertThat(claim.ownAccount()).isFalse();
        refused("somebodyElse", () -> claim.submit(COSTS, true, "operator"));
        refused("somebodyElse", () -> claim.approve("finance"));
        refused("secondPerson", () -> claim.check("operator"));
        refused("secondPerson", () -> claim.reject("operator"));
        claim.check("coordinator");
        assertThat(claim.state()).isEqualTo(TravelClaim.State.CHECKED);
        refused("somebodyElse", () -> claim.check("coordinator2"));
        refused("secondPerson", () -> claim.approve("operator"));
        refused("secondPerson", () -> claim.refuse("coordinator"));
        refused("somebodyElse", claim::paid);
        claim.approve("finance");
        assertThat(claim.state()).isEqualTo(TravelClaim.State.APPROVED);
        refused("somebodyElse", () -> claim.refuse("finance2"));
        assertThat(claim.isUnpaid()).isTrue();
        claim.paid();
        assertThat(claim.state()).isEqualTo(TravelClaim.State.PAID);
        assertThat(claim.isUnpaid()).isFalse();
        refused("somebodyElse", claim::cancel);
        refused("somebodyElse", claim::reopen);
    }

    @Test
    void aClaimIsCorrectedAndSubmittedAgainByAnybody() {
        claim.submit(COSTS, true, "operator");
        claim.returnToCorrect("coordinator");
        assertThat(claim.state()).isEqualTo(TravelClaim.State.OPEN);
        claim.submit(COSTS, true, "coordinator");
        claim.check("operator");
        claim.approve("finance");
        claim.reopen();
        assertThat(claim.state()).isEqualTo(TravelClaim.State.OPEN);
        claim.submit(COSTS, true, "operator");
        claim.reject("coordinator");
        assertThat(claim.state()).isEqualTo(TravelClaim.State.REJECTED);
        assertThat(claim.isUnpaid()).isFalse();
        refused("somebodyElse", claim::cancel);
    }

    @Test
    void anApprovedClaimMayStillBeRefusedBeforeItIsApproved() {
        claim.submit(COSTS, true, "operator");
        claim.check("coordinator");
        claim.refuse("finance");
        assertThat(claim.state()).isEqualTo(TravelClaim.State.REJECTED);

        TravelClaim open = new TravelClaim("ACSE-0000-0000", "harbour", Instant.EPOCH);
        open.cancel();
        assertThat(open.state()).isEqualTo(TravelClaim.State.CANCELLED);
        assertThat(open.isUnpaid()).isFalse();
    }

    @Test
    void anOrderIsInOneRunAndSettledOnce() {
        claim.submit(COSTS, true, "operator");
        PaymentOrder order = new PaymentOrder(claim, Instant.EPOCH);
        assertThat(order.amountCents()).isEqualTo(1545);
        assertThat(order.claim()).isEqualTo(claim.id());
        refused("somebodyElse", order::paid);
        refused("somebodyElse", order::giveBack);
        order.take("PAYR-0000-0000", 1);
        refused("somebodyElse", () -> order.take("PAYR-0000-0001", 1));
        refused("somebodyElse", order::cancel);
        String id = order.endToEndId();
        order.giveBack();
        assertThat(order.state()).isEqualTo(PaymentOrder.State.WAITING);
        assertThat(order.endToEndId()).isNotEqualTo(id).matches("[0-9a-f]{32}");
        order.take("PAYR-0000-0001", 1);
        refused("bankReason", () -> order.refuse(null));
        order.refuse("AC04");
        assertThat(order.state()).isEqualTo(PaymentOrder.State.REFUSED);
        refused("somebodyElse", order::paid);

        PaymentOrder paid = new PaymentOrder(claim, Instant.EPOCH);
        paid.take("PAYR-0000-0000", 1);
        assertThat(paid.state()).isEqualTo(PaymentOrder.State.SENT);
        paid.paid();
        assertThat(paid.state()).isEqualTo(PaymentOrder.State.PAID);
        refused("somebodyElse", () -> paid.refuse("AC04"));

        PaymentOrder cancelled = new PaymentOrder(claim, Instant.EPOCH);
        cancelled.cancel();
        assertThat(cancelled.state()).isEqualTo(PaymentOrder.State.CANCELLED);
        refused("somebodyElse", () -> cancelled.take("PAYR-0000-0000", 1));
    }

    @Test
    void aRunIsReleasedOnceByAnotherThanItsStarter() {
        refused("notReleased", run::requireReleased);
        run.fix("hash");
        assertThat(run.sha256()).isEqualTo("hash");
        refused("secondPerson", () -> run.release("finance"));
        refused("secondPerson", () -> run.stop("finance"));
        run.release("finance2");
        assertThat(run.state()).isEqualTo(PaymentRun.State.RELEASED);
        run.requireReleased();
        for (ThrowingCallable again : List.<ThrowingCallable>of(
                () -> run.release("finance3"), () -> run.stop("finance3"), () -> run.fix("other"))) {
            refused("somebodyElse", again);
        }

        PaymentRun stopped = new PaymentRun("PAYR-0000-0001", DAY, "finance", Instant.EPOCH);
        stopped.stop("finance2");
        assertThat(stopped.state()).isEqualTo(PaymentRun.State.STOPPED);
        refused("notReleased", stopped::requireReleased);
        assertThat(stopped.reference()).isEqualTo("PAYR-0000-0001");
        assertThat(stopped.executionDate()).isEqualTo(DAY);
        assertThat(stopped.startedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void moneyIsWholeCents() {
        assertThat(Cents.ofEuros("Costs", 0)).isZero();
        assertThat(Cents.ofEuros("Costs", 12.3)).isEqualTo(1230);
        assertThat(Cents.ofEuros("Costs", 304)).isEqualTo(30_400);
        refused("wholeCents", () -> Cents.ofEuros("Costs", 0.005));
        refused("wholeCents", () -> Cents.ofEuros("Costs", -0.01));
        assertThat(Cents.toEuros(30_400)).isEqualTo("304.00");
        assertThat(Cents.toEuros(5)).isEqualTo("0.05");
    }

    private static void refused(String code, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
