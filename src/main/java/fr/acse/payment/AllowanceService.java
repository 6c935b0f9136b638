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

/** Grants the allowance once per woman. One person approves it, and another person hands the money over. */
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

    /** True if the case has an allowance in any state, also a refused or cancelled one. */
    @Transactional(readOnly = true)
    public boolean knows(CaseReference reference) {
        return !allowances.findByReference(reference).isEmpty();
    }

    /** All allowances of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Allowance> of(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .sorted(Comparator.comparing(Allowance::grantedAt).reversed())
                .toList();
    }

    /** @return false if a woman of the same name and birth date got an allowance, or will get it, in this or another case */
    public boolean grant(CaseReference reference) {
        return grant(reference, false);
    }

    /** Grants an allowance after the coordination said that the woman is not the earlier woman of the same name. */
    public void grantToAnother(CaseReference reference) {
        Refusal.unless(grant(reference, true), "somebodyElse");
    }

    private boolean grant(CaseReference reference, boolean another) {
        Referral referral = referrals.get(reference);
        Cents amount = amounts.on(days.today(), referral.household().places());
        return allowances.grant(UUID.randomUUID(), reference, referral.personKey(), amount.value(), days.now(), another)
                == 1;
    }

    /** True if the case has an allowance that is granted, approved, handed over or refused by finance. */
    @Transactional(readOnly = true)
    public boolean hasOne(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .anyMatch(each -> each.counts() || each.state() == Allowance.State.REFUSED);
    }

    /** True if the case never had an allowance, or all its allowances were cancelled. */
    @Transactional(readOnly = true)
    public boolean wasTakenForAnother(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .allMatch(each -> each.state() == Allowance.State.CANCELLED);
    }

    /** The woman's earlier cases with an allowance that is not handed over. The list is empty if one of these cases has a paid one. */
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

    /** Cancels the allowance in an earlier case of the woman where it was not handed over, and grants it in this case. */
    public void takeOver(CaseReference earlier, CaseReference reference) {
        Allowance there = unpaid(earlier);
        there.cancel();
        allowances.flush();
        Refusal.unless(grant(reference), "somebodyElse");
    }

    /**
     * Other cases with the same name and birth date in which the allowance was paid or will be paid. Cases in which the money was lost or
     * came back are included, because the allowance may be paid there again.
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

    /** Asks finance once more to approve the allowance. @throws Refusal if another case of the same woman has an allowance */
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

    /** Ends the allowance without payment. The ledger books a lost allowance as a loss. */
    public void notPaid(CaseReference reference, Allowance.State as, Login person) {
        Allowance allowance = unpaid(reference);
        allowance.notPaid(as);
        if (as == Allowance.State.LOST) {
            ledger.book(Booking.LOST, allowance.id(), allowance.amount(), person);
        }
    }

    /** The amount of the allowance that is granted or approved but not handed over. */
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
     * @param cashOf the shelter that paid from its own cash, or null if the network's money was used
     * @throws Refusal if the allowance is not approved, the same person approved it, or the day is in the future or before the case was
     *     opened
     */
    public void handOver(CaseReference reference, Login person, LocalDate on, ShelterCode cashOf) {
        Allowance allowance = unpaid(reference);
        if (on.isAfter(days.today())) {
            throw new Refusal("handedOverInFuture");
        }
        // The day of the arrival is no limit: a shelter may pay in the evening and record the arrival on the next day.
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

    /** People who cannot hand the allowance over: the person who approved or refused it. */
    @Transactional(readOnly = true)
    public Set<Login> excluded(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .map(Allowance::approvedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Checks that the woman gets only one allowance, also under her corrected name. The check runs after all other listeners: each refused
     * correction is saved and reported, because a user could guess names to find out who is known.
     *
     * @throws Refusal if the corrected woman has an allowance in another case, and this case has one, too
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
