package fr.acse.placement;

import fr.acse.codes.ShelterCode;

/** Event: a place of a shelter became free. The next case on the waiting list is then called. */
public record PlaceFreed(ShelterCode shelter) {}
