package fr.acse.platform.sets;

import fr.acse.codes.Login;
import fr.acse.platform.sets.ModelChanges.Change;
import java.time.Instant;
import java.util.List;

/**
 * A set of models that became current at the time {@code madeAt}.
 *
 * @param number number in the version tag {@code set-<number>} of the process definitions
 * @param origin RELEASE, ANALYST, or AGAIN for an earlier set that was made current again
 * @param changes changes compared with the previous set
 */
public record NumberedSet(
        long number,
        String deployment,
        String name,
        String origin,
        Login madeBy,
        Instant madeAt,
        List<Change> changes) {

    static String tag(long number) {
        return "set-" + number;
    }
}
