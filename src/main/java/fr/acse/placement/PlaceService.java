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
 * Holds and frees the places of shelters. Each hold and each closure locks the shelter first and then reads the current free places. The
 * unique index on live holds always prevents a second hold of the same place.
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

    /** Holds places and cots for a whole household. If there are too few free places, nothing is held. @return whether places are held */
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
     * Adapts the number of places to a changed household, in the shelter that holds places or in which the household lives.
     *
     * @throws Refusal if the shelter has too few free places
     */
    public void refit(CaseReference reference, Household household) {
        Instant now = clock.instant();
        // During a move, the places in the shelter that the woman leaves do not change.
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

    /** Whether the shelter of a case has enough places, and cots for additional babies, for a changed household. */
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

    /** Restarts the hold with its full length, because an arrival must still be agreed. @return when the hold ends */
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

    /** When the hold of a case ends unless the arrival is agreed; null if no place is held. */
    public Instant heldUntil(CaseReference reference) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(each -> !each.occupied())
                .map(Allocation::expiresAt)
                .findFirst()
                .orElse(null);
    }

    /** The first held place of a case, if there is one. */
    public Optional<HeldPlace> held(CaseReference reference) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(each -> !each.occupied())
                .findFirst()
                .map(each -> HeldPlace.until(each.expiresAt(), each.shelter(), terms));
    }

    /** Records the arrival of the woman. Her held places become occupied, and her places in another shelter become free. */
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

    /** The shelter that holds a place for a case before the arrival. */
    public Optional<ShelterCode> holdingShelter(CaseReference reference) {
        return shelter(reference, each -> !each.occupied());
    }

    /** The shelter in which the woman of a case lives. */
    public Optional<ShelterCode> homeOf(CaseReference reference) {
        return shelter(reference, Allocation::occupied);
    }

    private Optional<ShelterCode> shelter(CaseReference reference, Predicate<Allocation> which) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .filter(which)
                .map(Allocation::shelter)
                .findFirst();
    }

    /** Number of places of a case in the shelter that holds places for it, or otherwise in the shelter where the woman lives. */
    public int countOf(CaseReference reference) {
        return holdingShelter(reference)
                .or(() -> homeOf(reference))
                .map(shelter -> (int) allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                        .filter(each -> each.shelter().equals(shelter))
                        .count())
                .orElse(0);
    }

    /** The cases for which a shelter holds places before the arrival. Each case appears once. */
    public List<CaseReference> awaitedAt(ShelterCode shelter) {
        return allocations.findByShelterAndOccupiedFalseAndReleasedAtIsNullOrderByReference(shelter).stream()
                .map(Allocation::reference)
                .distinct()
                .toList();
    }

    /** Whether the address of a shelter was given up. Nobody is sent to a given-up address. */
    public boolean isRetired(ShelterCode shelter) {
        return shelters.findById(shelter).map(Shelter::isRetired).orElse(false);
    }

    /** The shelter that holds a place for a case, even if its address was given up. */
    public Optional<Shelter> awaits(CaseReference reference) {
        return holdingShelter(reference).flatMap(shelters::findById);
    }

    /** Whether the shelter that holds a place for a case, or otherwise the shelter where the woman lives, has given up its address. */
    public boolean isGivenUp(CaseReference reference) {
        return destination(reference).filter(Shelter::isRetired).isPresent();
    }

    /** The person who gave up the address of that shelter. Empty while the address is in use. */
    public Optional<Login> givenUpBy(CaseReference reference) {
        return destination(reference).filter(Shelter::isRetired).map(Shelter::retiredBy);
    }

    private Optional<Shelter> destination(CaseReference reference) {
        return awaits(reference).or(() -> homeOf(reference).flatMap(shelters::findById));
    }

    /** The cases whose women live in a shelter. Each case appears once. */
    public List<CaseReference> residentsOf(ShelterCode shelter) {
        return allocations.findByShelterAndOccupiedTrueAndReleasedAtIsNullOrderByReference(shelter).stream()
                .map(Allocation::reference)
                .distinct()
                .toList();
    }

    /** The shelters in which a case has a place, held or occupied. */
    public Set<ShelterCode> sheltersOf(CaseReference reference) {
        return allocations.findByReferenceAndReleasedAtIsNull(reference).stream()
                .map(Allocation::shelter)
                .collect(Collectors.toSet());
    }

    /** Frees the held places of a case. Occupied places stay occupied. */
    public void releaseHeld(CaseReference reference) {
        release(reference, each -> !each.occupied());
    }

    /** Frees all places of a case, held and occupied. */
    public void releaseAll(CaseReference reference) {
        release(reference, each -> true);
    }

    /**
     * Closes free places of a shelter for a time.
     *
     * @param reason code of the reason
     * @throws Refusal if the shelter has fewer free places, or {@code until} is in the past
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

    /** Closes the free places of a shelter that reports itself full, for the time {@code acse.placement.closed-when-full}. */
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

    /** Number of places of a shelter that can be held now. */
    public int countFree(ShelterCode shelter) {
        return free(shelter).size();
    }

    /** Locks the shelter and counts its free places. No other transaction can hold a counted place until this transaction ends. */
    int lockFree(ShelterCode shelter) {
        shelters.lock(shelter).orElseThrow();
        return countFree(shelter);
    }

    /** Offers a shelter to the cases on the waiting list, because the shelter can take another case. */
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
