package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.referral.CaseCorrected;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.referral.SameWomen;
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
import java.util.stream.Stream;
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
    private final SameWomen sameWomen;
    private final AllowanceAmounts amounts;
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

    /**
     * Grants the allowance, unless the woman has one in a linked case, or a woman of the same name and birth date has one. A woman of whom the
     * coordination said that she is another one gets her own.
     *
     * @return whether the allowance was granted
     */
    public boolean grant(CaseReference reference) {
        return grant(reference, false);
    }

    /** Grants an allowance after the coordination said that the woman is not the earlier woman of the same name. */
    public void grantToAnother(CaseReference reference) {
        Refusal.unless(grant(reference, true), "somebodyElse");
    }

    private boolean grant(CaseReference reference, boolean another) {
        // A link of two cases takes the same lock, so that no allowance is granted while the cases are linked.
        sameWomen.lock();
        if (!inLinked(reference).isEmpty()) {
            return false;
        }
        Referral referral = referrals.get(reference);
        Cents amount = amounts.on(days.today(), referral.household().places());
        return allowances.grant(
                        UUID.randomUUID(),
                        reference,
                        referral.personKey(),
                        amount.value(),
                        days.now(),
                        another || isAnother(reference))
                == 1;
    }

    /** Whether others of her name have an allowance, and the coordination said of all that they are other women. */
    private boolean isAnother(CaseReference reference) {
        List<CaseReference> others = others(reference, Allowance::counts);
        return !others.isEmpty() && sameWomen.toldApart(reference).containsAll(others);
    }

    /** Allowances that are granted, approved or handed over in linked cases, also in erased ones. */
    private List<Allowance> inLinked(CaseReference reference) {
        List<CaseReference> linked = sameWomen.allOtherCasesOf(reference);
        return linked.isEmpty()
                ? List.of()
                : allowances.findByReferenceIn(linked).stream()
                        .filter(Allowance::counts)
                        .toList();
    }

    /** Whether the woman has her allowance in a linked case, or will get it there. */
    @Transactional(readOnly = true)
    public boolean hasInLinked(CaseReference reference) {
        return !inLinked(reference).isEmpty();
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

    /** The linked cases with an allowance that is not handed over. The list is empty if one of the linked cases has a paid one. */
    @Transactional(readOnly = true)
    public List<CaseReference> unpaidInLinked(CaseReference reference) {
        List<Allowance> elsewhere = inLinked(reference);
        return elsewhere.stream().allMatch(Allowance::isUnpaid)
                ? elsewhere.stream().map(Allowance::reference).distinct().toList()
                : List.of();
    }

    /**
     * The allowances that a woman must not get, after her cases were linked: all that are not handed over, if one is. If none is handed over,
     * all but the last one: it was granted when she arrived last.
     *
     * @return the cases of these allowances
     */
    public List<CaseReference> tooMany(CaseReference reference) {
        sameWomen.lock();
        List<Allowance> all = Stream.concat(
                        allowances.findByReference(reference).stream().filter(Allowance::counts),
                        inLinked(reference).stream())
                .toList();
        List<CaseReference> unpaid = all.stream()
                .filter(Allowance::isUnpaid)
                .sorted(Comparator.comparing(Allowance::grantedAt).reversed())
                .map(Allowance::reference)
                .toList();
        return unpaid.size() == all.size() ? unpaid.stream().skip(1).toList() : unpaid;
    }

    /** Cancels the allowances of linked cases that were not handed over, and grants the allowance in this case. */
    public void takeOver(List<CaseReference> elsewhere, CaseReference reference) {
        elsewhere.forEach(this::cancel);
        allowances.flush();
        Refusal.unless(grant(reference), "somebodyElse");
    }

    /**
     * Other cases with the same name and birth date in which the allowance was paid or will be paid. Cases in which the money was lost or
     * came back are included, because the allowance may be paid there again. Cases of which the coordination said that they are of another
     * woman are left out.
     */
    @Transactional(readOnly = true)
    public List<CaseReference> likelyDoubles(CaseReference reference) {
        Set<CaseReference> others = sameWomen.toldApart(reference);
        return others(reference, each -> each.counts() || each.mayBePaidAgain()).stream()
                .filter(each -> !others.contains(each))
                .toList();
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
        sameWomen.lock();
        Allowance refused = allowances.findByReference(reference).stream()
                .filter(each -> each.state() == Allowance.State.REFUSED)
                .findFirst()
                .orElseThrow(() -> new Refusal("noAllowance", reference));
        Refusal.unless(
                inLinked(reference).isEmpty()
                        && (refused.isOfAnotherWoman()
                                || others(reference, Allowance::counts).isEmpty()),
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
