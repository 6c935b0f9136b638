package fr.acse.platform.rights;

import java.time.Instant;

/** How the coordination learns that somebody got a right. */
public interface RightNews {

    /** In the transaction in which it was granted. */
    void tellCoordination();

    /** Whether what was to be told about a right granted then has left. */
    boolean isToldSince(Instant granted);
}
