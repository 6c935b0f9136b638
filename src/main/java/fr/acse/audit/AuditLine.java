package fr.acse.audit;

import fr.acse.codes.Login;
import java.time.Instant;
import java.util.List;

/**
 * One line of the audit log.
 *
 * @param number place in the log, from 1 without a gap
 * @param person who did it
 * @param subject object of the act: a login, a group or an id; never a sealed value
 * @param hash keyed hash of the line and of the hash before it
 */
public record AuditLine(
        long number, Instant at, Act act, Login person, String subject, String detail, byte[] previous, byte[] hash) {

    /** The parts that the hash covers, besides the hash before it. */
    List<String> parts() {
        return List.of(Long.toString(number), at.toString(), act.name(), person.value(), subject, detail);
    }
}
