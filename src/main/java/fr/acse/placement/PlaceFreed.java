package fr.acse.placement;

/** A place of a shelter is free again: cases on the waiting list are searched for. */
public record PlaceFreed(String shelter) {}
