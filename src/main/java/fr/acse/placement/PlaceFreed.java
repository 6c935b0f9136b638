package fr.acse.placement;

import fr.acse.codes.ShelterCode;

/** A place of a shelter is free again: cases on the waiting list are searched for. */
public record PlaceFreed(ShelterCode shelter) {}
