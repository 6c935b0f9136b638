package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.time.Instant;

/** Event: free places of a shelter were closed until a time. The places open again at this time. */
public record PlacesClosed(ShelterCode shelter, Instant until) {}
