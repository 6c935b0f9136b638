package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the offers that a user may answer. */
@Component
record AskedOffers(OrientationRequests requests, Offers offers, DirectoryService directory) {

    private static final String COORDINATION = "coordination";

    /**
     * Locks the request and finds the offer. Only the asked shelter, or the coordination for an answer by telephone, can answer the offer.
     * The offer must belong to the case. No model can change who may answer an offer.
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
