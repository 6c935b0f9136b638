package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.notice.Audience;
import fr.acse.notice.PartiesOfCase;
import fr.acse.notice.Party;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the shelters that hold a place for the woman, or in which she lives, so that notices reach these shelters. */
@Component
record SheltersOfCase(Allocations allocations) implements PartiesOfCase {

    @Override
    public Map<Party, Function<CaseReference, Stream<Audience>>> known() {
        return Map.of(
                Party.SHELTERS, reference -> shelters(reference, each -> true),
                Party.HOLDING_SHELTER, reference -> shelters(reference, each -> !each.occupied()));
    }

    private Stream<Audience> shelters(CaseReference reference, Predicate<Allocation> which) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(which)
                .map(Allocation::shelter)
                .distinct()
                .map(Audience::shelter);
    }
}
