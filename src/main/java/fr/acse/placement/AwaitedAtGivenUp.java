package fr.acse.placement;

import fr.acse.alarm.AlarmFact;
import fr.acse.codes.CaseReference;
import org.springframework.stereotype.Component;

/** A case is awaited at an address that was given up. */
@Component
record AwaitedAtGivenUp(PlaceService places) implements AlarmFact {

    @Override
    public String name() {
        return "addressGivenUp";
    }

    @Override
    public boolean isTrueOf(CaseReference reference) {
        return places.awaits(reference).filter(Shelter::isRetired).isPresent();
    }
}
