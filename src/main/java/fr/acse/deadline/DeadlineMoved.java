package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import java.time.Instant;

/** Event: a supervisor moved a deadline. Listeners change dependent data in the same transaction. */
public record DeadlineMoved(String job, String instance, CaseReference reference, String kind, Instant to) {}
