package fr.acse.placement;

import fr.acse.alarm.AlarmFact;
import fr.acse.codes.CaseReference;
import org.springframework.stereotype.Component;

/** A case is awaited at an address that was given up. */
@Component
class AwaitedAtGivenUp implements AlarmFact {

    private final PlaceService places;

    AwaitedAtGivenUp(PlaceService places) {
        this.places = places;
    }

    @Override
    public String name() {
        return "addressGivenUp";
    }

    @Override
    public boolean isTrueOf(CaseReference reference) {
        return places.awaits(reference).filter(Shelter::isRetired).isPresent();
    }
}
