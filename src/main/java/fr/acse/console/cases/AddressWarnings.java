package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.placement.PlaceService;
import fr.acse.placement.Shelter;
import fr.acse.platform.access.ReadingRules;
import fr.acse.words.Words;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Warns the people who work on a case that she must not arrive at the address where she is awaited. */
@Component
record AddressWarnings(ReadingRules rules, PlaceService places) {

    /** @return the warning, or null if nothing is known against the address or the reader may not know it */
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
