package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The offers that somebody may answer. */
@Component
record AskedOffers(OrientationRequests requests, Offers offers, DirectoryService directory) {

    private static final String COORDINATION = "coordination";

    /**
     * Locks the request and finds the offer. Only the shelter that was asked, or the coordination that telephoned with it, can answer an
     * offer, and only in its case, no matter what a model says.
     */
    Offer of(UUID offerId, CaseReference reference, Instant saidAt, Login person) {
        requests.lock(reference);
        Offer offer = offers.findById(offerId).orElseThrow();
        boolean telephoned = saidAt != null && directory.isIn(person, COORDINATION);
        if (!telephoned && !directory.worksFor(person, offer.shelter())
                || requests.findById(offer.request())
                        .filter(request -> request.reference().equals(reference))
                        .isEmpty()) {
            throw new Refusal("notYourStep");
        }
        return offer;
    }
}
