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

/** A place of a case: held while the arrival is being agreed, then occupied. The database allows one at a time for each place. */
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

    /** When it ends unless the arrival is agreed, or null when it is occupied. */
    @Getter
    private Instant expiresAt;

    private Instant releasedAt;

    @Version
    private int version;

    /** @param cots that the household needs, as it was assessed before; they go with the first of its places */
    Allocation(CaseReference reference, ShelterCode shelter, int number, int cots, Instant heldAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.shelter = shelter;
        this.number = number;
        this.cots = cots;
        this.heldAt = heldAt;
        this.expiresAt = expiresAt;
    }

    /** She has arrived. */
    void occupy() {
        requireLive();
        occupied = true;
        expiresAt = null;
    }

    /** Cots go with the first place of a household. */
    void needCots(int count) {
        requireLive();
        cots = count;
    }

    /** Another place of the same household, held or occupied as this one. */
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
