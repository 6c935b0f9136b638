package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.placement.PlaceService;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reports that the woman or her child needs a doctor at once. Her place is kept. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class EmergencyService {

    private final ReferralService referrals;
    private final PlaceService places;
    private final Notices notices;
    private final Clock clock;

    /** @throws Refusal if the woman lives in no shelter */
    public void report(CaseReference reference) {
        Refusal.unless(places.homeOf(reference).isPresent(), "noHome", reference);
        notices.tell(Event.HEALTH_EMERGENCY, reference, clock.instant(), Audience.coordination(), Party.ASSOCIATION);
    }
}
