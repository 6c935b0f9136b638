package fr.acse.casefile;

import fr.acse.codes.Login;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of the reveal log: which person read which fields of which file, when, and for which task.
 *
 * @param number position in the log, counted from 1 without a gap
 * @param file keyed hash of the file's reference, so that the log does not contain the reference of an erased case
 * @param hash keyed hash of the line and of the previous hash
 */
public record Reveal(
        long number, Instant at, Login person, byte[] file, String fields, String task, byte[] previous, byte[] hash) {

    /** The parts of the line that its hash covers, besides the previous hash. */
    List<String> parts() {
        return List.of(
                Long.toString(number),
                at.toString(),
                person.value(),
                HexFormat.of().formatHex(file),
                fields,
                task);
    }
}
