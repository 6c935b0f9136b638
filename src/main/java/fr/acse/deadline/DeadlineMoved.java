package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import java.time.Instant;

/** A supervisor moved a clock; what was promised with it moves along, in the same transaction. */
public record DeadlineMoved(String job, String instance, CaseReference reference, String kind, Instant to) {}
