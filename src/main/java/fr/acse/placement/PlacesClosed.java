package fr.acse.placement;

import java.time.Instant;

/** Free places of a shelter are closed for a time; then they open by themselves. */
public record PlacesClosed(String shelter, Instant until) {}
