package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The journey of a case that is planned or under way, with its stretches. */
@Component
record OpenJourneys(Journeys journeys, Legs legs) {

    Optional<Journey> find(CaseReference reference) {
        return journeys.findByReferenceAndEndedAtIsNull(reference);
    }

    /** @throws Refusal if none is planned or under way */
    Journey get(CaseReference reference) {
        return find(reference).orElseThrow(() -> new Refusal("noJourney", reference));
    }

    /** In their order. */
    List<Leg> legs(Journey journey) {
        return legs.findByIdJourneyOrderByIdNumber(journey.id());
    }
}
