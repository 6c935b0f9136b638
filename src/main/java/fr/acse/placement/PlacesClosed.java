package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.time.Instant;

/** Free places of a shelter are closed for a time; then they open by themselves. */
public record PlacesClosed(ShelterCode shelter, Instant until) {}
