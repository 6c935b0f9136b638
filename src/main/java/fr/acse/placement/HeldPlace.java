package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.time.Instant;

/**
 * A place that is held for a case.
 *
 * @param until when the hold ends unless the arrival is agreed
 * @param warnAt when the warning about the end of the hold is sent
 */
public record HeldPlace(ShelterCode shelter, Instant until, Instant warnAt) {

    static HeldPlace until(Instant until, ShelterCode shelter, PlacementTerms terms) {
        return new HeldPlace(shelter, until, terms.warningBefore(until));
    }
}
