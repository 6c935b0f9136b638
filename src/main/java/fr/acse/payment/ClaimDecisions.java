package fr.acse.payment;

import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions on travel claims. One person checks a claim, and another person approves it. The approval makes a payment order. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ClaimDecisions {

    /** The result of the check of a claim. */
    public enum Check {
        CORRECT,
        /** The accepted lines of the claim are paid, and the other lines are not paid. */
        ACCEPTED_ONLY,
        TO_CORRECT,
        REJECTED
    }

    private final TravelClaims claims;
    private final PaymentOrders orders;
    private final Ledger ledger;
    private final Notices notices;
    private final Days days;

    /**
     * Records the finding of the coordination for each line of a claim.
     *
     * @param findings one for each line, {@link ClaimLine#ACCEPTED} or the code of a reason
     * @throws Refusal if a line has no finding, or the result of the check contradicts the findings
     */
    public void note(UUID id, List<String> findings, Check result) {
        long wrong = findings.stream()
                .filter(finding -> !ClaimLine.ACCEPTED.equals(finding))
                .count();
        Refusal.unless(result != Check.CORRECT || wrong == 0, "claimHasFindings");
        Refusal.unless(result == Check.CORRECT || wrong > 0, "claimHasNoFinding");
        Refusal.unless(result != Check.ACCEPTED_ONLY || wrong < findings.size(), "claimNothingAccepted");
        Refusal.unless(result != Check.REJECTED || wrong == findings.size(), "claimPartlyAccepted");
        get(id).note(findings);
    }

    /** @throws Refusal if the same person submitted the claim */
    public void check(UUID id, Check result, Login person) {
        TravelClaim claim = get(id);
        switch (result) {
            case CORRECT -> claim.check(person);
            case ACCEPTED_ONLY -> {
                claim.leaveOutWhatIsNotAccepted();
                claim.check(person);
            }
            case TO_CORRECT -> claim.returnToCorrect(person);
            case REJECTED -> {
                claim.reject(person);
                tellRejected(claim);
            }
        }
    }

    /**
     * @param all true if the amount above a ceiling is paid; false if each line is cut to its ceiling
     * @throws Refusal if the same person submitted or checked the claim
     */
    public void decideOnExcess(UUID id, boolean all, Login person) {
        get(id).decideOnExcess(all, person);
    }

    /**
     * Approves a claim and makes a payment order for the next payment run.
     *
     * @throws Refusal if the same person submitted or checked the claim
     */
    public void approve(UUID id, Login person) {
        TravelClaim claim = get(id);
        claim.approve(person);
        PaymentOrder order = orders.save(new PaymentOrder(claim, days.now()));
        ledger.book(order.booking(), order.id(), order.amount(), person);
    }

    /** @throws Refusal if the same person submitted or checked the claim */
    public void refuse(UUID id, Login person) {
        TravelClaim claim = get(id);
        claim.refuse(person);
        tellRejected(claim);
    }

    private void tellRejected(TravelClaim claim) {
        notices.tell(Event.CLAIM_REJECTED, claim.reference(), days.now(), Audience.operator(claim.operator()));
    }

    private TravelClaim get(UUID id) {
        return claims.findById(id).orElseThrow();
    }
}
