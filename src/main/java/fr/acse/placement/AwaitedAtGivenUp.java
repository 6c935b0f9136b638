package fr.acse.placement;

import fr.acse.alarm.AlarmFact;
import fr.acse.codes.CaseReference;
import org.springframework.stereotype.Component;

/** The fact {@code addressGivenUp} for alarms: the shelter that awaits the woman of a case has given up its address. */
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
