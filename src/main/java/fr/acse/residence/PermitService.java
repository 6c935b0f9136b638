package fr.acse.residence;

import fr.acse.codes.CaseReference;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps permits and their dates. Months are calendar months in Europe/Paris. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PermitService {

    /**
     * A period of a permit.
     *
     * @param renewalDue when its renewal is to be prepared
     * @param ends first moment at which it is no longer valid
     */
    public record Period(LocalDate until, Instant renewalDue, Instant ends) {}

    private final Permits permits;
    private final ReferralService referrals;
    private final PermitRules rules;
    private final Clock clock;
    private final ZoneId zone;

    PermitService(Permits permits, ReferralService referrals, PermitRules rules, Clock clock, ZoneId zone) {
        this.permits = permits;
        this.referrals = referrals;
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws Refusal if the case has a permit track already */
    public void open(CaseReference reference) {
        referrals.get(reference);
        if (permits.existsById(reference)) {
            throw new Refusal("permitExists", reference);
        }
        permits.save(new Permit(reference, clock.instant()));
    }

    public boolean isOpened(CaseReference reference) {
        return permits.existsById(reference);
    }

    public Period startPeriod(CaseReference reference, LocalDate from, int months) {
        Permit permit = get(reference);
        permit.runs(from, months);
        LocalDate until = permit.validUntil();
        return new Period(
                until,
                until.minusMonths(rules.renewalMonths()).atStartOfDay(zone).toInstant(),
                until.atStartOfDay(zone).toInstant());
    }

    public void recordCard(CaseReference reference, LocalDate from, int months) {
        get(reference).runs(from, months);
    }

    /** @param otherRoute code of the route that is looked at next, or null */
    public void close(CaseReference reference, String outcome, String otherRoute) {
        get(reference).close(outcome, otherRoute, clock.instant());
    }

    private Permit get(CaseReference reference) {
        return permits.findById(reference).orElseThrow(() -> new Refusal("noSuchCase", reference));
    }
}
