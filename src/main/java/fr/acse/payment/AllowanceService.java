package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Notices;
import fr.acse.referral.CaseCorrected;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Grants the allowance once per person, ever, and pays it out by two different people. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class AllowanceService {

    private final Allowances allowances;
    private final Ledger ledger;
    private final AccountRetention accounts;
    private final ReferralService referrals;
    private final AllowanceAmounts amounts;
    private final Notices notices;
    private final Days days;

    /** Whether a case has an allowance. */
    @Transactional(readOnly = true)
    public boolean knows(CaseReference reference) {
        return !allowances.findByReference(reference).isEmpty();
    }

    /** All allowances of a case, the last one first. */
    @Transactional(readOnly = true)
    public List<Allowance> of(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .sorted(Comparator.comparing(Allowance::grantedAt).reversed())
                .toList();
    }

    /** @return false if somebody of her name and birth date has had it, or is about to have it, in this or another case */
    public boolean grant(CaseReference reference) {
        return grant(reference, false);
    }

    /** Grants it, because the coordination has said that she is another woman than the one of her name who has had it. */
    public void grantToAnother(CaseReference reference) {
        Refusal.unless(grant(reference, true), "somebodyElse");
    }

    private boolean grant(CaseReference reference, boolean another) {
        Referral referral = referrals.get(reference);
        Cents amount = amounts.on(days.today(), referral.household().places());
        return allowances.grant(UUID.randomUUID(), reference, referral.personKey(), amount.value(), days.now(), another)
                == 1;
    }

    /** Whether the case has an allowance that she has had or is about to have, or that finance refused. */
    @Transactional(readOnly = true)
    public boolean hasOne(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .anyMatch(each -> each.counts() || each.state() == Allowance.State.REFUSED);
    }

    /** Whether she never had one, or it was taken over by another case. */
    @Transactional(readOnly = true)
    public boolean wasTakenForAnother(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .allMatch(each -> each.state() == Allowance.State.CANCELLED);
    }

    /** Earlier cases in which nobody has handed it over yet; none if she had it in one of them. */
    @Transactional(readOnly = true)
    public List<CaseReference> unpaidElsewhere(CaseReference reference) {
        List<Allowance> earlier = allowances
                .findByPersonKey(referrals.get(reference).personKey())
                .stream()
                .filter(Allowance::counts)
                .filter(each -> !each.reference().equals(reference))
                .toList();
        return earlier.stream().allMatch(Allowance::isUnpaid)
                ? earlier.stream()
                        .filter(each -> !each.isOfAnotherWoman())
                        .map(Allowance::reference)
                        .toList()
                : List.of();
    }

    /** Grants in this case the allowance that was not handed over in an earlier case of hers. */
    public void takeOver(CaseReference earlier, CaseReference reference) {
        Allowance there = unpaid(earlier);
        there.cancel();
        allowances.flush();
        Refusal.unless(grant(reference), "somebodyElse");
    }

    /**
     * Other cases with her name and birth date in which the allowance was paid or is about to be paid. Also those in which it was lost or came
     * back, because it may be paid there again.
     */
    @Transactional(readOnly = true)
    public List<CaseReference> likelyDoubles(CaseReference reference) {
        return others(reference, each -> each.counts() || each.mayBePaidAgain());
    }

    private List<CaseReference> others(CaseReference reference, Predicate<Allowance> which) {
        return allowances.findByPersonKey(referrals.get(reference).personKey()).stream()
                .filter(which)
                .map(Allowance::reference)
                .filter(each -> !each.equals(reference))
                .distinct()
                .toList();
    }

    /** Finance is asked once more, with a reason. */
    public void askAgain(CaseReference reference) {
        Allowance refused = allowances.findByReference(reference).stream()
                .filter(each -> each.state() == Allowance.State.REFUSED)
                .findFirst()
                .orElseThrow(() -> new Refusal("noAllowance", reference));
        Refusal.unless(
                refused.isOfAnotherWoman()
                        || others(reference, Allowance::counts).isEmpty(),
                "askAgainTwice");
        refused.askAgain();
    }

    /** She does not get the allowance. A lost one counts as spent. */
    public void notPaid(CaseReference reference, Allowance.State as, Login person) {
        Allowance allowance = unpaid(reference);
        allowance.notPaid(as);
        if (as == Allowance.State.LOST) {
            ledger.book(Booking.LOST, allowance.id(), allowance.amount(), person);
        }
    }

    /** The amount that is still to be paid. */
    public Cents amountOf(CaseReference reference) {
        return unpaid(reference).amount();
    }

    public void approve(CaseReference reference, Login person) {
        unpaid(reference).approve(person);
    }

    public void refuse(CaseReference reference, Login person) {
        unpaid(reference).refuse(person);
    }

    /**
     * @param cashOf the shelter whose own cash it was, or null if it was the network's
     * @throws Refusal if it is not approved, the same person approved it, or the day is in the future or before the case was opened
     */
    public void handOver(CaseReference reference, Login person, LocalDate on, ShelterCode cashOf) {
        Allowance allowance = unpaid(reference);
        if (on.isAfter(days.today())) {
            throw new Refusal("handedOverInFuture");
        }
        // A shelter may pay on the evening of an arrival that is recorded the next day.
        LocalDate opened = days.of(referrals.get(reference).openedAt());
        Refusal.unless(!on.isBefore(opened), "handedOverBefore", Words.day(opened));
        allowance.handOver(person, on, cashOf);
        ledger.book(
                cashOf == null ? Booking.HANDED_OVER : Booking.ADVANCED, allowance.id(), allowance.amount(), person);
        accounts.keep(allowance);
    }

    public void cancel(CaseReference reference) {
        unpaid(reference).cancel();
    }

    /** People who cannot hand it over: the one who approved it. */
    @Transactional(readOnly = true)
    public Set<Login> excluded(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .map(Allowance::approvedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Checks that she has one allowance in her life, also under the corrected name. It is the last check: each try of a person who guesses
     * names to find out who is known is saved and reported.
     *
     * @throws Refusal if the corrected person has one in another case, and this case has one, too
     */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void correct(CaseCorrected corrected) {
        byte[] person = referrals.get(corrected.reference()).personKey();
        List<Allowance> own = allowances.findByReference(corrected.reference()).stream()
                .filter(each -> each.counts() || each.state() == Allowance.State.REFUSED)
                .toList();
        boolean decided = own.stream().allMatch(each -> each.isOfAnotherWoman() && each.isOf(person));
        boolean another = !decided
                && allowances.findByPersonKey(person).stream().anyMatch(each -> each.counts() && !own.contains(each));
        Refusal.unless(own.stream().noneMatch(Allowance::counts) || !another, "correctedHasAllowance");
        own.forEach(each -> each.belongsTo(person));
    }

    private Allowance unpaid(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .filter(Allowance::isUnpaid)
                .findFirst()
                .orElseThrow(() -> new Refusal("noAllowance", reference));
    }
}
