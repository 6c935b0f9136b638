package fr.acse.platform.rights;

import java.time.Instant;
import java.util.Set;

/** How the coordination is told that somebody got a right. */
public interface RightNews {

    /** Called in the transaction that grants the right. */
    void tellCoordination();

    /** An association or a shelter is closed. Called in the transaction that closes it. */
    void tellOfClosing();

    /** Whether no news about rights granted since that moment is waiting any more. */
    boolean isToldSince(Instant granted);

    /**
     * Somebody is disabled, it is undone, or somebody who watches others gets a new link. The coordination, the supervisors, the
     * administrators and the managers of her organisations are told, one by one: whoever is disabled a moment later is told, too.
     *
     * @param organisations groups of the associations and shelters that she works for
     */
    void tellOfDisabled(Set<String> organisations);

    /** A manager invited somebody into her organisation, or changed what somebody there may do. */
    void tellOfManager();
}
