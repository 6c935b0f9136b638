package fr.acse.placement;

/** How many places of a shelter are neither held nor occupied nor out of service. */
public record FreePlaces(String shelter, long count) {}
