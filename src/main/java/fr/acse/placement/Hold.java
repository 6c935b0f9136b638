package fr.acse.placement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A place kept for a case, then occupied by it. The database allows one at a time for each place. */
@Entity
public class Hold {

    @Id
    private UUID id;

    private String reference;
    private String shelter;
    private int number;
    private boolean occupied;
    private Instant heldAt;
    private Instant expiresAt;
    private Instant releasedAt;

    protected Hold() {}

    Hold(String reference, String shelter, int number, Instant heldAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.shelter = shelter;
        this.number = number;
        this.heldAt = heldAt;
        this.expiresAt = expiresAt;
    }

    void occupy() {
        occupied = true;
        expiresAt = null;
    }

    void keepUntil(Instant at) {
        expiresAt = at;
    }

    void release(Instant at) {
        releasedAt = at;
    }

    public String shelter() {
        return shelter;
    }

    /** When it ends unless the arrival is agreed, or null when it is occupied. */
    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean occupied() {
        return occupied;
    }
}
