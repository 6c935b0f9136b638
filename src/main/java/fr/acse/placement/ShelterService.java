package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters, changes, freezes and closes shelters. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ShelterService {

    private final Shelters shelters;
    private final Places places;
    private final Allocations holds;
    private final DirectoryService directory;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public Optional<Shelter> find(ShelterCode code) {
        return shelters.findById(code);
    }

    /** Freezes a shelter, because its address may be known. Only the coordination can read the address until the freeze ends. */
    public void freeze(ShelterCode code) {
        shelters.lock(code).orElseThrow().freeze(clock.instant());
    }

    /** Ends the freeze. Everybody with permission to read the address of the shelter can read it again. */
    public void unfreeze(ShelterCode code) {
        shelters.lock(code).orElseThrow().unfreeze();
    }

    /** Retires a shelter, because its address is given up. No search finds the shelter until it is entered with another address. */
    public void retire(ShelterCode code, Login by) {
        shelters.lock(code).orElseThrow().retire(clock.instant(), by);
    }

    /**
     * Closes a shelter in which nobody works any more. No search finds the shelter until it is entered again.
     *
     * @throws Refusal if somebody has a place in the shelter
     */
    public void close(ShelterCode code, Login by) {
        Shelter shelter = shelters.lock(code).orElseThrow();
        requireEmpty(code);
        shelter.retire(clock.instant(), by);
    }

    /** @throws Refusal if somebody has a place in the shelter */
    public void requireEmpty(ShelterCode code) {
        Refusal.unless(holds.countByShelterAndReleasedAtIsNull(code) == 0, "shelterInUse");
    }

    /**
     * Enters a shelter, or changes the shelter with this code.
     *
     * @param fileReference sealed file with the name, address and telephone number of the shelter
     * @throws Refusal if the same person proposed and approves the shelter, or more places are taken than would be left
     */
    public void enter(
            ShelterCode code,
            String department,
            int count,
            Criteria criteria,
            CaseReference fileReference,
            Login proposedBy,
            Login approvedBy) {
        if (proposedBy.equals(approvedBy)) {
            throw new Refusal("secondPerson");
        }
        Shelter shelter = shelters.lock(code).orElseGet(() -> {
            directory.requireFree(code.value());
            return new Shelter(code);
        });
        long taken = holds.countByShelterAndReleasedAtIsNull(code);
        if (count < taken) {
            throw new Refusal("placesTaken", taken);
        }
        shelter.describe(department, criteria, fileReference, clock.instant());
        shelters.save(shelter);
        setPlaces(code, count);
        people.createOrganisationGroup(code.value());
        if (count > taken) {
            events.publishEvent(new PlaceFreed(code));
        }
    }

    /** Only free places go out of service, so that a person who has a place keeps it. */
    private void setPlaces(ShelterCode code, int count) {
        List<Place> known = places.findByIdShelterOrderByIdNumber(code);
        long inService = known.stream().filter(Place::inService).count();
        for (Place place : known) {
            if (inService < count && !place.inService()) {
                place.putInService(true);
                inService++;
            }
        }
        for (Place place : places.findUntaken(code)) {
            if (inService > count) {
                place.putInService(false);
                inService--;
            }
        }
        IntStream.rangeClosed(1, count - (int) inService).forEach(i -> places.save(new Place(code, known.size() + i)));
    }
}
