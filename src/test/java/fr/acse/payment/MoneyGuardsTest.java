package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is money changes its state only as it may, whoever calls. */
class MoneyGuardsTest {

    private static final CaseReference CASE = new CaseReference("ACSE-0000-0000");
    private static final CaseReference FIRST = new CaseReference("PAYR-0000-0000");
    private static final CaseReference NEXT = new CaseReference("PAYR-0000-0012");
    private static final Login OPERATOR = new Login("operator");
    private static final Login COORDINATOR = new Login("coordinator");
    private static final Login SHELTER = new Login("shelter");
    private static final Login FINANCE = new Login("finance");
    private static final Login FINANCE_2 = new Login("finance2");

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<ClaimLine> COSTS = List.of(
            new ClaimLine("train", DAY, "person", new Cents(1200), null),
            new ClaimLine("train", DAY, "escort", new Cents(345), null));

    private final Allowance allowance =
            new Allowance(UUID.randomUUID(), CASE, new byte[0], new Cents(30_400), Instant.EPOCH);
    private final TravelClaim claim = new TravelClaim(CASE, "harbour", Instant.EPOCH);
    private final PaymentRun run = new PaymentRun(FIRST, DAY, FINANCE, Instant.EPOCH);

    @Test
    void anAllowanceIsDecidedOnceThenHandedOverByAnother() {
        refused("somebodyElse", () -> allowance.handOver(SHELTER, DAY, null));
        allowance.approve(FINANCE);
        assertThat(allowance.state()).isEqualTo(Allowance.State.APPROVED);
        refused("somebodyElse", () -> allowance.approve(FINANCE_2));
        refused("somebodyElse", () -> allowance.refuse(FINANCE_2));
        refused("secondPerson", () -> allowance.handOver(FINANCE, DAY, null));
        assertThat(allowance.isUnpaid()).isTrue();
        allowance.handOver(SHELTER, DAY, null);
        assertThat(allowance.state()).isEqualTo(Allowance.State.HANDED_OVER);
        assertThat(allowance.isUnpaid()).isFalse();
        refused("somebodyElse", allowance::cancel);
        refused("somebodyElse", () -> allowance.handOver(SHELTER, DAY, null));
        assertThat(allowance.amount()).isEqualTo(new Cents(30_400));
    }

    @Test
    void aRefusedOrCancelledAllowanceIsNotPaid() {
        allowance.refuse(FINANCE);
        assertThat(allowance.state()).isEqualTo(Allowance.State.REFUSED);
        refused("somebodyElse", () -> allowance.handOver(SHELTER, DAY, null));
        refused("somebodyElse", allowance::cancel);

        Allowance other = new Allowance(UUID.randomUUID(), CASE, new byte[0], new Cents(30_400), Instant.EPOCH);
        assertThat(other.isUnpaid()).isTrue();
        other.cancel();
        assertThat(other.state()).isEqualTo(Allowance.State.CANCELLED);
        refused("somebodyElse", () -> other.approve(FINANCE));
    }

    @Test
    void aClaimGoesThroughThreePairsOfHands() {
        refused("somebodyElse", () -> claim.check(COORDINATOR));
        claim.submit(COSTS, false, OPERATOR);
        assertThat(claim.state()).isEqualTo(TravelClaim.State.SUBMITTED);
        assertThat(claim.total()).isEqualTo(new Cents(1545));
        assertThat(claim.ownAccount()).isFalse();
        refused("somebodyElse", () -> claim.submit(COSTS, true, OPERATOR));
        refused("somebodyElse", () -> claim.approve(FINANCE));
        refused("secondPerson", () -> claim.check(OPERATOR));
        refused("secondPerson", () -> claim.reject(OPERATOR));
        claim.check(COORDINATOR);
        assertThat(claim.state()).isEqualTo(TravelClaim.State.CHECKED);
        refused("somebodyElse", () -> claim.check(new Login("coordinator2")));
        refused("secondPerson", () -> claim.approve(OPERATOR));
        refused("secondPerson", () -> claim.refuse(COORDINATOR));
        refused("somebodyElse", claim::paid);
        claim.approve(FINANCE);
        assertThat(claim.state()).isEqualTo(TravelClaim.State.APPROVED);
        refused("somebodyElse", () -> claim.refuse(FINANCE_2));
        assertThat(claim.isUnpaid()).isTrue();
        claim.paid();
        assertThat(claim.state()).isEqualTo(TravelClaim.State.PAID);
        assertThat(claim.isUnpaid()).isFalse();
        refused("somebodyElse", claim::cancel);
        refused("somebodyElse", claim::reopen);
    }

    @Test
    void aClaimIsCorrectedAndSubmittedAgainByAnybody() {
        claim.submit(COSTS, true, OPERATOR);
        claim.returnToCorrect(COORDINATOR);
        assertThat(claim.state()).isEqualTo(TravelClaim.State.OPEN);
        claim.submit(COSTS, true, COORDINATOR);
        claim.check(OPERATOR);
        claim.approve(FINANCE);
        claim.reopen();
        assertThat(claim.state()).isEqualTo(TravelClaim.State.OPEN);
        claim.submit(COSTS, true, OPERATOR);
        claim.reject(COORDINATOR);
        assertThat(claim.state()).isEqualTo(TravelClaim.State.REJECTED);
        assertThat(claim.isUnpaid()).isFalse();
        refused("somebodyElse", claim::cancel);
    }

    @Test
    void anApprovedClaimMayStillBeRefusedBeforeItIsApproved() {
        claim.submit(COSTS, true, OPERATOR);
        claim.check(COORDINATOR);
        claim.refuse(FINANCE);
        assertThat(claim.state()).isEqualTo(TravelClaim.State.REJECTED);

        TravelClaim open = new TravelClaim(CASE, "harbour", Instant.EPOCH);
        open.cancel();
        assertThat(open.state()).isEqualTo(TravelClaim.State.CANCELLED);
        assertThat(open.isUnpaid()).isFalse();
    }

    @Test
    void anOrderIsInOneRunAndSettledOnce() {
        claim.submit(COSTS, true, OPERATOR);
        PaymentOrder order = new PaymentOrder(claim, Instant.EPOCH);
        assertThat(order.amount()).isEqualTo(new Cents(1545));
        assertThat(order.claim()).isEqualTo(claim.id());
        refused("somebodyElse", order::paid);
        refused("somebodyElse", order::giveBack);
        order.take(FIRST, 1);
        refused("somebodyElse", () -> order.take(NEXT, 1));
        refused("somebodyElse", order::cancel);
        String id = order.endToEndId();
        order.giveBack();
        assertThat(order.state()).isEqualTo(PaymentOrder.State.WAITING);
        assertThat(order.endToEndId()).isNotEqualTo(id).matches("[0-9a-f]{32}");
        order.take(NEXT, 1);
        refused("bankReason", () -> order.refuse(null));
        order.refuse("AC04");
        assertThat(order.state()).isEqualTo(PaymentOrder.State.REFUSED);
        refused("somebodyElse", order::paid);

        PaymentOrder paid = new PaymentOrder(claim, Instant.EPOCH);
        paid.take(FIRST, 1);
        assertThat(paid.state()).isEqualTo(PaymentOrder.State.SENT);
        paid.paid();
        assertThat(paid.state()).isEqualTo(PaymentOrder.State.PAID);
        refused("somebodyElse", () -> paid.refuse("AC04"));

        PaymentOrder cancelled = new PaymentOrder(claim, Instant.EPOCH);
        cancelled.cancel();
        assertThat(cancelled.state()).isEqualTo(PaymentOrder.State.CANCELLED);
        refused("somebodyElse", () -> cancelled.take(FIRST, 1));
    }

    @Test
    void aRunIsReleasedOnceByAnotherThanItsStarter() {
        refused("notReleased", run::requireReleased);
        run.fix("hash");
        assertThat(run.sha256()).isEqualTo("hash");
        refused("secondPerson", () -> run.release(FINANCE));
        refused("secondPerson", () -> run.stop(FINANCE));
        run.release(FINANCE_2);
        assertThat(run.state()).isEqualTo(PaymentRun.State.RELEASED);
        run.requireReleased();
        for (ThrowingCallable again : List.<ThrowingCallable>of(
                () -> run.release(new Login("finance3")),
                () -> run.stop(new Login("finance3")),
                () -> run.fix("other"))) {
            refused("somebodyElse", again);
        }

        PaymentRun stopped = new PaymentRun(NEXT, DAY, FINANCE, Instant.EPOCH);
        stopped.stop(FINANCE_2);
        assertThat(stopped.state()).isEqualTo(PaymentRun.State.STOPPED);
        refused("runStopped", stopped::requireReleased);
        assertThat(stopped.reference()).isEqualTo(NEXT);
        assertThat(stopped.executionDate()).isEqualTo(DAY);
        assertThat(stopped.startedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void moneyIsWholeCents() {
        assertThat(Cents.ofEuros("Costs", 0)).isEqualTo(Cents.NONE);
        assertThat(Cents.ofEuros("Costs", 12.3)).isEqualTo(new Cents(1230));
        assertThat(Cents.ofEuros("Costs", 304)).isEqualTo(new Cents(30_400));
        refused("wholeCents", () -> Cents.ofEuros("Costs", 0.005));
        refused("wholeCents", () -> Cents.ofEuros("Costs", -0.01));
        assertThat(Cents.ofEuros("Costs", 100_000)).isEqualTo(new Cents(10_000_000));
        refused("range", () -> Cents.ofEuros("Costs", 100_000.01));
        assertThat(new Cents(30_400).toEuros()).isEqualTo("304.00");
        assertThat(new Cents(5).toEuros()).isEqualTo("0.05");
    }

    private static void refused(String code, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
