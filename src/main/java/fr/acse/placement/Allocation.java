package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/**
 * A place that is held for a case while the arrival is agreed, or that is occupied. The database allows one live allocation for each place.
 */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Allocation {

    @Id
    private UUID id;

    @Getter(AccessLevel.PACKAGE)
    private CaseReference reference;

    @Getter
    private ShelterCode shelter;

    @Getter(AccessLevel.PACKAGE)
    private int number;

    @Getter(AccessLevel.PACKAGE)
    private int cots;

    @Getter
    private boolean occupied;

    private Instant heldAt;

    /** When the hold ends unless the arrival is agreed; null for an occupied place. */
    @Getter
    private Instant expiresAt;

    private Instant releasedAt;

    @Version
    private int version;

    /** @param cots number of cots that the household needs; the first place of the household counts them all */
    Allocation(CaseReference reference, ShelterCode shelter, int number, int cots, Instant heldAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.shelter = shelter;
        this.number = number;
        this.cots = cots;
        this.heldAt = heldAt;
        this.expiresAt = expiresAt;
    }

    /** Changes the place from held to occupied, because the woman has arrived. */
    void occupy() {
        requireLive();
        occupied = true;
        expiresAt = null;
    }

    /** Sets the number of cots. The first place of a household counts the cots of the whole household. */
    void needCots(int count) {
        requireLive();
        cots = count;
    }

    /** Creates another place for the same household, held or occupied in the same way as this place. */
    Allocation beside(int another, Instant now) {
        requireLive();
        Allocation beside = new Allocation(reference, shelter, another, 0, now, expiresAt);
        beside.occupied = occupied;
        return beside;
    }

    void keepUntil(Instant at) {
        requireLive();
        Refusal.unless(!occupied, "somebodyElse");
        expiresAt = at;
    }

    void release(Instant at) {
        requireLive();
        releasedAt = at;
    }

    private void requireLive() {
        Refusal.unless(releasedAt == null, "somebodyElse");
    }
}
