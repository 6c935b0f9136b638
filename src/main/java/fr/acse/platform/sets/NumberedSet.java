package fr.acse.platform.sets;

import fr.acse.codes.Login;
import fr.acse.platform.sets.ModelChanges.Change;
import java.time.Instant;
import java.util.List;

/**
 * A set of models that was current from some moment on.
 *
 * @param number that its definitions carry as their version tag, {@code set-<number>}
 * @param origin RELEASE, ANALYST, or AGAIN for an earlier one that was made current again
 * @param changes against the set before
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
