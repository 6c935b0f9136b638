package fr.acse.platform.rights;

import java.time.Instant;
import java.util.Set;

/** Sends mails about new rights, closed associations and shelters, and disabled people. */
public interface RightNews {

    /** Notifies the coordination of a granted right. The caller's transaction grants the right. */
    void tellCoordination();

    /** Notifies the coordination that an association or a shelter is closed. The caller's transaction closes it. */
    void tellOfClosing();

    /** Whether all mails about rights that were granted since that moment have been sent. */
    boolean isToldSince(Instant granted);

    /**
     * Notifies people that a person was disabled or enabled, or that a person with a watching role gets a new link. The recipients are the
     * coordination, the supervisors, the administrators and the managers of the person's organisations. Each recipient gets a separate
     * notice, also if disabled afterwards.
     *
     * @param organisations groups of the associations and shelters that the disabled person works for
     */
    void tellOfDisabled(Set<String> organisations);

    /** Notifies the coordination that a manager invited a person into an association or shelter, or changed a person's rights there. */
    void tellOfManager();
}
