package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.referral.ArrivalChanges;
import fr.acse.referral.CaseCorrected;
import fr.acse.words.Refusal;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells shelters about corrected data of a case and about a changed arrival. A shelter with a place for the household adapts its number of
 * places. A shelter with an open offer is asked again.
 */
@Component
record CorrectionNews(PlaceService places, OfferService offers, Notices notices, Clock clock) {

    /** @throws Refusal if the corrected household has fewer people than places, or a shelter with a place for it has no room */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void tell(CaseCorrected corrected) {
        CaseReference reference = corrected.reference();
        if (corrected.needs() != null) {
            // One user alone must not free places. A household with fewer people needs the process for a change of the
            // household, with two
            // users.
            Refusal.unless(places.countOf(reference) <= corrected.needs().places(), "fewerByTwo");
            places.refit(reference, corrected.needs());
            offers.asked(reference)
                    .forEach(offer -> notices.tell(
                            Event.OFFER_CHANGED, reference, offer.expiresAt(), Audience.shelter(offer.shelter())));
        }
        tellHolders(reference, Event.CASE_CORRECTED);
    }

    @EventListener
    void tell(ArrivalChanges changes) {
        tellHolders(changes.reference(), Event.ARRIVAL_CHANGED);
    }

    private void tellHolders(CaseReference reference, Event event) {
        places.sheltersOf(reference)
                .forEach(shelter -> notices.tell(event, reference, clock.instant(), Audience.shelter(shelter)));
    }
}
