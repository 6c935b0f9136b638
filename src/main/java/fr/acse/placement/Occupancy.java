package fr.acse.placement;

import fr.acse.codes.ShelterCode;

/**
 * Number of places of a shelter.
 *
 * @param places in service, including the taken and closed places
 * @param taken held or occupied places
 * @param closed places that are not taken but closed for a time
 * @param cots cots that belong to the taken places
 */
public record Occupancy(ShelterCode shelter, long places, long taken, long closed, long cots) {

    static Occupancy none(ShelterCode shelter) {
        return new Occupancy(shelter, 0, 0, 0, 0);
    }

    public long free() {
        return places - taken - closed;
    }

    /** Share of the taken places, from 0 (empty) to 1 (full). A shelter without places has 1. */
    double load() {
        return places == 0 ? 1 : (double) taken / places;
    }
}
