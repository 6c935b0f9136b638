package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The stretches of a journey, in their order. */
    List<Leg> legs(Journey journey) {
        return legs.findByIdJourneyOrderByIdNumber(journey.id());
    }

    /** The journeys that a case began, in their order. */
    Stream<Journey> begun(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream().filter(Journey::hasDeparted);
    }

    /** Whether a journey was planned, even if it did not happen. */
    boolean isKnown(CaseReference reference) {
        return !journeys.findByReferenceOrderByDepartureAt(reference).isEmpty();
    }

    /** Saves a new journey. The one before has ended, because the database allows one open journey for each case. */
    Journey begin(Journey journey) {
        journeys.flush();
        return journeys.save(journey);
    }

    void add(Leg leg) {
        legs.save(leg);
    }
}
