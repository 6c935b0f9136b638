package fr.acse.platform.rights;

import java.time.Instant;

/** How the coordination is told that somebody got a right. */
public interface RightNews {

    /** Called in the transaction that grants the right. */
    void tellCoordination();

    /** Whether no news about rights granted since that moment is waiting any more. */
    boolean isToldSince(Instant granted);

    /** A manager invited somebody into her organisation, or changed what somebody there may do. */
    void tellOfManager();
}
