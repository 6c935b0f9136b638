package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.placement.PlaceService;
import fr.acse.referral.Household;
import fr.acse.referral.HouseholdChanged;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes the household while the woman has a place: a child is born, joins her or leaves. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class HouseholdService {

    private static final String LEAVES = "leaves";

    private final ReferralService referrals;
    private final PlaceService places;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * Records the new household. The woman's places change only if her shelter has enough places and cots.
     *
     * @param change birth, joins or leaves
     * @return true if her shelter has enough places and cots
     * @throws Refusal if the case is closed, or the number of children does not fit the change
     */
    public boolean change(CaseReference reference, String change, int children, int babies, Integer oldestChildAge) {
        check(reference, change, children, oldestChildAge);
        Referral referral = referrals.get(reference);
        referrals.changeHousehold(
                reference, referral.household().with(children, babies, oldestChildAge == null ? 0 : oldestChildAge));
        events.publishEvent(
                new HouseholdChanged(reference, referrals.get(reference).household()));
        notices.tell(Event.HOUSEHOLD_CHANGED, reference, clock.instant(), Party.SHELTERS, Audience.coordination());
        return takeRoom(reference);
    }

    /** @throws Refusal if the case is closed, the number of children does not fit the change, or the age of the oldest child is missing */
    public void check(CaseReference reference, String change, int children, Integer oldestChildAge) {
        Referral referral = referrals.get(reference);
        Refusal.unless(referral.isOpen(), "eventNotNow", reference);
        int before = referral.household().childrenCount();
        Refusal.unless(change.equals(LEAVES) ? children < before : children > before, "householdChange", before);
        Refusal.unless(children == 0 || oldestChildAge != null, "oldestChildAge");
    }

    /** Adapts the number of places to the household if the shelter has enough. @return true if the shelter has enough places and cots */
    public boolean takeRoom(CaseReference reference) {
        Household household = referrals.get(reference).household();
        boolean room = places.hasRoomFor(reference, household);
        if (room) {
            places.refit(reference, household);
        }
        return room;
    }
}
