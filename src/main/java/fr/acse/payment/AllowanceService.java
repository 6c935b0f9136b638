package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.CaseCorrected;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Grants the allowance once per person, ever, and pays it out by two different people. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AllowanceService {

    private final Allowances allowances;
    private final ReferralService referrals;
    private final AllowanceAmounts amounts;
    private final Clock clock;
    private final ZoneId zone;

    AllowanceService(
            Allowances allowances, ReferralService referrals, AllowanceAmounts amounts, Clock clock, ZoneId zone) {
        this.allowances = allowances;
        this.referrals = referrals;
        this.amounts = amounts;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether there is any for a case. */
    @Transactional(readOnly = true)
    public boolean knows(CaseReference reference) {
        return !allowances.findByReference(reference).isEmpty();
    }

    /** @return false if the person has had it, or is about to have it, in this or another case */
    public boolean grant(CaseReference reference) {
        Cents amount = amounts.on(LocalDate.now(clock.withZone(zone)));
        byte[] person = referrals.get(reference).personKey();
        return allowances.grant(UUID.randomUUID(), reference, person, amount.value(), clock.instant()) == 1;
    }

    /** What is still to be paid. */
    public Cents amountOf(CaseReference reference) {
        return unpaid(reference).amount();
    }

    public void approve(CaseReference reference, Login person) {
        unpaid(reference).approve(person);
    }

    public void refuse(CaseReference reference, Login person) {
        unpaid(reference).refuse(person);
    }

    /** @throws Refusal if it is not approved, the same person approved it, or the day is in the future */
    public void handOver(CaseReference reference, Login person, LocalDate on) {
        Allowance allowance = unpaid(reference);
        if (on.isAfter(LocalDate.now(clock.withZone(zone)))) {
            throw new Refusal("handedOverInFuture");
        }
        allowance.handOver(person, on);
    }

    public void cancel(CaseReference reference) {
        unpaid(reference).cancel();
    }

    /** Whoever cannot hand it over: she approved it. */
    @Transactional(readOnly = true)
    public Set<Login> excluded(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .map(Allowance::approvedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Once in her life, also by the corrected name. It is asked when nothing else is left to refuse: whoever tries names to find out
     * who is known has each of them saved and told.
     *
     * @throws Refusal if the corrected person has one in another case, and this case has one, too
     */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void correct(CaseCorrected corrected) {
        byte[] person = referrals.get(corrected.reference()).personKey();
        List<Allowance> own = allowances.findByReference(corrected.reference()).stream()
                .filter(Allowance::counts)
                .toList();
        boolean another =
                allowances.findByPersonKey(person).stream().anyMatch(each -> each.counts() && !own.contains(each));
        Refusal.unless(own.isEmpty() || !another, "correctedHasAllowance");
        own.forEach(each -> each.belongsTo(person));
    }

    @EventListener
    void cancel(CaseClosed closed) {
        if (!closed.outcome().isOfStay()) {
            allowances.findByReference(closed.reference()).stream()
                    .filter(Allowance::isUnpaid)
                    .forEach(Allowance::cancel);
        }
    }

    private Allowance unpaid(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .filter(Allowance::isUnpaid)
                .findFirst()
                .orElseThrow(() -> new Refusal("noAllowance", reference));
    }
}
