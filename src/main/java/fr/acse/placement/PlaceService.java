package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.referral.Household;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds and frees the places of shelters. Every hold and closure locks its shelter first, so that it reads the
 * current free places. In any case, the unique index on live holds prevents a double hold.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class PlaceService {

    private final Shelters shelters;
    private final Places places;
    private final Allocations allocations;
    private final PlacementTerms terms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Keeps places and cots for a household: all or none. */
    public boolean hold(CaseReference reference, ShelterCode shelter, Household household) {
        shelters.lock(shelter).orElseThrow();
        List<Place> free = free(shelter);
        if (free.size() < household.places()) {
            return false;
        }
        Instant now = clock.instant();
        int cots = household.babyCount();
        for (Place place : free.subList(0, household.places())) {
            allocations.save(new Allocation(reference, shelter, place.number(), cots, now, now.plus(terms.hold())));
            cots = 0;
        }
        return true;
    }

    /**
     * Fits her places to a changed household: the shelter in which she has a place, held or occupied, has as many as it needs.
     *
     * @throws Refusal if the shelter has no room for more
     */
    public void refit(CaseReference reference, Household household) {
        Instant now = clock.instant();
        // During a move, her places in the shelter that she leaves do not change.
        holdingShelter(reference).or(() -> homeOf(reference)).ifPresent(shelter -> {
            shelters.lock(shelter).orElseThrow();
            List<Allocation> hers = allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                    .filter(each -> each.shelter().equals(shelter))
                    .sorted(Comparator.comparing(Allocation::number))
                    .toList();
            hers.forEach(each -> each.needCots(each == hers.get(0) ? household.babyCount() : 0));
            int more = household.places() - hers.size();
            List<Place> free = free(shelter);
            Refusal.unless(more <= free.size(), "noRoomForMore");
            free.stream()
                    .limit(Math.max(0, more))
                    .forEach(place -> allocations.save(hers.get(0).beside(place.number(), now)));
            hers.stream().skip(household.places()).forEach(each -> each.release(now));
            if (more < 0) {
                events.publishEvent(new PlaceFreed(shelter));
            }
        });
    }

    /** Whether the shelter in which she has a place has enough places, and cots for more babies, for a household. */
    public boolean hasRoomFor(CaseReference reference, Household household) {
        return holdingShelter(reference)
                .or(() -> homeOf(reference))
                .map(code -> {
                    Shelter shelter = shelters.lock(code).orElseThrow();
                    List<Allocation> hers = allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                            .filter(each -> each.shelter().equals(code))
                            .toList();
                    int cots = hers.stream().mapToInt(Allocation::cots).sum();
                    return household.places() - hers.size() <= free(code).size()
                            && (household.babyCount() <= cots || household.babyCount() - cots <= freeCots(shelter));
                })
                .orElse(true);
    }

    private long freeCots(Shelter shelter) {
        long taken = places.occupancyOf(shelter.code(), clock.instant())
                .map(Occupancy::cots)
                .orElse(0L);
        return shelter.criteria().cots() - taken;
    }

    /** Starts the hold again with its full length, because something else has to be agreed. @return until when it lasts */
    public Instant keepHeld(CaseReference reference) {
        Instant until = clock.instant().plus(terms.hold());
        keepHeldUntil(reference, until);
        return until;
    }

    public void keepHeldUntil(CaseReference reference, Instant until) {
        allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(each -> !each.occupied())
                .forEach(each -> each.keepUntil(until));
    }

    /** When the hold of a case ends unless the arrival is agreed, or null if nothing is held. */
    public Instant heldUntil(CaseReference reference) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(each -> !each.occupied())
                .map(Allocation::expiresAt)
                .findFirst()
                .orElse(null);
    }

    /** The place that is held for a case, if there is one. */
    public Optional<HeldPlace> held(CaseReference reference) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(each -> !each.occupied())
                .findFirst()
                .map(each -> HeldPlace.until(each.expiresAt(), each.shelter(), terms));
    }

    /** She has arrived: what is held for her is occupied, and what she occupied elsewhere is free. */
    public void occupy(CaseReference reference, ShelterCode shelter) {
        boolean moves = homeOf(reference).filter(home -> !home.equals(shelter)).isPresent();
        allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(each -> each.shelter().equals(shelter))
                .forEach(Allocation::occupy);
        release(reference, each -> !each.shelter().equals(shelter));
        if (moves) {
            events.publishEvent(new Moved(reference));
        }
    }

    /** The shelter that holds a place for a case that has not arrived there. */
    public Optional<ShelterCode> holdingShelter(CaseReference reference) {
        return shelter(reference, each -> !each.occupied());
    }

    /** The shelter in which a case lives. */
    public Optional<ShelterCode> homeOf(CaseReference reference) {
        return shelter(reference, Allocation::occupied);
    }

    private Optional<ShelterCode> shelter(CaseReference reference, Predicate<Allocation> which) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(which)
                .map(Allocation::shelter)
                .findFirst();
    }

    /** How many places a case has where it lives, or where places are held for it. */
    public int countOf(CaseReference reference) {
        return holdingShelter(reference)
                .or(() -> homeOf(reference))
                .map(shelter -> (int) allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                        .filter(each -> each.shelter().equals(shelter))
                        .count())
                .orElse(0);
    }

    /** Cases for which a shelter holds places, each once; they have not arrived there. */
    public List<CaseReference> awaitedAt(ShelterCode shelter) {
        return allocations.findByShelterAndOccupiedFalseAndReleasedAtIsNullOrderByReference(shelter).stream()
                .map(Allocation::reference)
                .distinct()
                .toList();
    }

    /** Whether the address of a shelter was given up: nobody is sent there any more. */
    public boolean isRetired(ShelterCode shelter) {
        return shelters.findById(shelter).map(Shelter::isRetired).orElse(false);
    }

    /** The shelter at which a case is awaited, even if its address was given up. */
    public Optional<Shelter> awaits(CaseReference reference) {
        return holdingShelter(reference).flatMap(shelters::findById);
    }

    /** Whether the address is given up at which a case is awaited. Without such an address, the one at which it lives counts. */
    public boolean isGivenUp(CaseReference reference) {
        return destination(reference).filter(Shelter::isRetired).isPresent();
    }

    /** The person who gave that address up. Empty while it is used. */
    public Optional<Login> givenUpBy(CaseReference reference) {
        return destination(reference).filter(Shelter::isRetired).map(Shelter::retiredBy);
    }

    private Optional<Shelter> destination(CaseReference reference) {
        return awaits(reference).or(() -> homeOf(reference).flatMap(shelters::findById));
    }

    /** Cases that live in a shelter, each once. */
    public List<CaseReference> residentsOf(ShelterCode shelter) {
        return allocations.findByShelterAndOccupiedTrueAndReleasedAtIsNullOrderByReference(shelter).stream()
                .map(Allocation::reference)
                .distinct()
                .toList();
    }

    /** Shelters in which a case has a place, held or occupied. */
    public Set<ShelterCode> sheltersOf(CaseReference reference) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .map(Allocation::shelter)
                .collect(Collectors.toSet());
    }

    /** Frees what is held but not occupied. */
    public void releaseHeld(CaseReference reference) {
        release(reference, each -> !each.occupied());
    }

    /** Frees all places of a case. */
    public void releaseAll(CaseReference reference) {
        release(reference, each -> true);
    }

    /**
     * Closes free places for a time.
     *
     * @param reason code of why
     * @throws Refusal if fewer are free, or the time is over already
     */
    public void close(ShelterCode shelter, int count, Instant until, String reason) {
        shelters.lock(shelter).orElseThrow(() -> new Refusal("noSuchShelter", shelter));
        if (!until.isAfter(clock.instant())) {
            throw new Refusal("closedInPast");
        }
        List<Place> free = free(shelter);
        if (free.size() < count) {
            throw new Refusal("fewerFree", free.size());
        }
        close(free.stream().limit(count).toList(), shelter, until, reason);
    }

    /** The shelter says that it is full: its free places are not offered for a while. */
    void closeFree(ShelterCode shelter) {
        shelters.lock(shelter).orElseThrow();
        Instant until = clock.instant().plus(terms.closedWhenFull());
        close(free(shelter), shelter, until, "reportedFull");
    }

    private void close(List<Place> which, ShelterCode shelter, Instant until, String reason) {
        which.forEach(place -> place.closeUntil(until, reason));
        if (!which.isEmpty()) {
            events.publishEvent(new PlacesClosed(shelter, until));
        }
    }

    /** Opens the places of a shelter that were closed for a time. */
    public void open(ShelterCode shelter) {
        shelters.lock(shelter).orElseThrow(() -> new Refusal("noSuchShelter", shelter));
        places.findByIdShelterOrderByIdNumber(shelter).forEach(Place::open);
        events.publishEvent(new PlaceFreed(shelter));
    }

    /** How many places of a shelter can be held now. */
    public int countFree(ShelterCode shelter) {
        return free(shelter).size();
    }

    /** How many places are free. The lock on the shelter keeps the number until the transaction ends. */
    int lockFree(ShelterCode shelter) {
        shelters.lock(shelter).orElseThrow();
        return countFree(shelter);
    }

    /** A shelter can take another case: it is offered to the waiting cases. */
    void offerAgain(ShelterCode shelter) {
        events.publishEvent(new PlaceFreed(shelter));
    }

    private List<Place> free(ShelterCode shelter) {
        Instant now = clock.instant();
        return places.findUntaken(shelter).stream()
                .filter(place -> !place.isClosed(now))
                .toList();
    }

    private void release(CaseReference reference, Predicate<Allocation> which) {
        List<Allocation> ended = allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(which)
                .toList();
        ended.forEach(each -> each.release(clock.instant()));
        ended.stream().map(Allocation::shelter).distinct().map(PlaceFreed::new).forEach(events::publishEvent);
    }
}
