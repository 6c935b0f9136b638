package fr.acse.audit;

import fr.acse.codes.Login;
import java.time.Instant;
import java.util.List;

/**
 * One line of the audit log.
 *
 * @param number position in the log, counted from 1 without a gap
 * @param person the person who did the act
 * @param subject object of the act: a login, a group or an id; never a sealed value
 * @param hash keyed hash of the line and of the previous hash
 */
public record AuditLine(
        long number, Instant at, Act act, Login person, String subject, String detail, byte[] previous, byte[] hash) {

    /** The parts of the line that its hash covers, besides the previous hash. */
    List<String> parts() {
        return List.of(Long.toString(number), at.toString(), act.name(), person.value(), subject, detail);
    }
}
