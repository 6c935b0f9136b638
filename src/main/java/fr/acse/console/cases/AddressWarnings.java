package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.placement.PlaceService;
import fr.acse.placement.Shelter;
import fr.acse.platform.access.ReadingRules;
import fr.acse.words.Words;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Warns the people who work on a case that the woman must not arrive at the address of the shelter that holds her place. */
@Component
record AddressWarnings(ReadingRules rules, PlaceService places) {

    /** @return the warning; null if the address is neither frozen nor given up, or the reader may not know it */
    String of(CaseReference reference, Set<Relation> relations) {
        Shelter shelter = rules.mayRead("addressWarning", relations)
                ? places.awaits(reference).orElse(null)
                : null;
        if (shelter == null) {
            return null;
        }
        if (shelter.isRetired()) {
            return Words.of("heading.addressGivenUp");
        }
        return shelter.isFrozen() ? Words.of("heading.addressFrozen") : null;
    }
}
