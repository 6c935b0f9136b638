package fr.acse.placement;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds and frees the places of shelters. Every change locks its shelter first, so that the free places it reads are those
 * of the moment; the unique index on live holds is the last word.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlaceService {

    private final Shelters shelters;
    private final Places places;
    private final Holds holds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlaceService(Shelters shelters, Places places, Holds holds, ApplicationEventPublisher events, Clock clock) {
        this.shelters = shelters;
        this.places = places;
        this.holds = holds;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps places for a case: all or none. */
    public boolean hold(String reference, String shelter, int count) {
        shelters.lock(shelter).orElseThrow();
        List<Place> free = places.findFree(shelter);
        if (free.size() < count) {
            return false;
        }
        free.stream()
                .limit(count)
                .forEach(place -> holds.save(new Hold(reference, shelter, place.number(), clock.instant())));
        return true;
    }

    /** She has arrived: what is held for her is occupied, and what she occupied elsewhere is free. */
    public void occupy(String reference, String shelter) {
        for (Hold hold : holds.findByReferenceAndReleasedAtIsNull(reference)) {
            if (hold.shelter().equals(shelter)) {
                hold.occupy();
            } else {
                release(hold);
            }
        }
    }

    /** Shelters in which a case has a place, held or occupied. */
    public Set<String> sheltersOf(String reference) {
        return holds.findByReferenceAndReleasedAtIsNull(reference).stream()
                .map(Hold::shelter)
                .collect(Collectors.toSet());
    }

    /** Frees what is held but not occupied. */
    public void releaseHeld(String reference) {
        holds.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(hold -> !hold.occupied())
                .forEach(this::release);
    }

    /** Frees all places of a case. */
    public void releaseAll(String reference) {
        holds.findByReferenceAndReleasedAtIsNull(reference).forEach(this::release);
    }

    private void release(Hold hold) {
        hold.release(clock.instant());
        events.publishEvent(new PlaceFreed(hold.shelter()));
    }
}
