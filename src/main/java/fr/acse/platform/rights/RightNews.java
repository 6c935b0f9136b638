package fr.acse.platform.rights;

import java.time.Instant;
import java.util.Set;

/** Tells people about new rights, closings and disabled people. */
public interface RightNews {

    /** Called in the transaction that grants the right. */
    void tellCoordination();

    /** An association or a shelter is closed. Called in the transaction that closes it. */
    void tellOfClosing();

    /** Whether no mail about a right that was granted since that moment is still waiting. */
    boolean isToldSince(Instant granted);

    /**
     * Somebody is disabled or enabled again, or a person with a watching role gets a new link. The coordination, the supervisors, the
     * administrators and the managers of her organisations are told one by one, so that a person who is disabled next is told, too.
     *
     * @param organisations groups of the associations and shelters that she works for
     */
    void tellOfDisabled(Set<String> organisations);

    /** A manager invited somebody into her organisation, or changed what somebody there may do. */
    void tellOfManager();
}
