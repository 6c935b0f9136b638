package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the journey of a case that is planned or under way, with its stretches. */
@Component
record OpenJourneys(Journeys journeys, Legs legs) {

    Optional<Journey> find(CaseReference reference) {
        return journeys.findByReferenceAndEndedAtIsNull(reference);
    }

    /** @throws Refusal if no journey is planned or under way */
    Journey get(CaseReference reference) {
        return find(reference).orElseThrow(() -> new Refusal("noJourney", reference));
    }

    /** The stretches of a journey, in the order of travel. */
    List<Leg> legs(Journey journey) {
        return legs.findByIdJourneyOrderByIdNumber(journey.id());
    }

    /** The journeys of a case that have departed, in the order of their departure. */
    Stream<Journey> begun(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream().filter(Journey::hasDeparted);
    }

    /** Whether a journey was ever planned for the case, even if it did not happen. */
    boolean isKnown(CaseReference reference) {
        return !journeys.findByReferenceOrderByDepartureAt(reference).isEmpty();
    }

    /** Saves a new journey. The previous journey must have ended, because the database allows one open journey for each case. */
    Journey begin(Journey journey) {
        journeys.flush();
        return journeys.save(journey);
    }

    void add(Leg leg) {
        legs.save(leg);
    }
}
