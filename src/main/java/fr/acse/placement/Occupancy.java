package fr.acse.placement;

import fr.acse.codes.ShelterCode;

/**
 * The places of a shelter.
 *
 * @param places in service, whether or not they are taken or closed for a time
 * @param taken held or occupied
 * @param closed free, but closed for a time
 * @param cots that go with the taken places
 */
public record Occupancy(ShelterCode shelter, long places, long taken, long closed, long cots) {

    static Occupancy none(ShelterCode shelter) {
        return new Occupancy(shelter, 0, 0, 0, 0);
    }

    public long free() {
        return places - taken - closed;
    }

    /** Between 0 (empty) and 1. */
    double load() {
        return places == 0 ? 1 : (double) taken / places;
    }
}
