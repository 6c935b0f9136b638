package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One numbered place of a shelter, for one person. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Place {

    @Embeddable
    record Id(ShelterCode shelter, int number) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Getter
    private boolean inService = true;

    private Instant closedUntil;
    private String closedReason;

    Place(ShelterCode shelter, int number) {
        this.id = new Id(shelter, number);
    }

    int number() {
        return id.number();
    }

    void putInService(boolean on) {
        inService = on;
    }

    /** @param reason code of the reason why the place is closed for a time */
    void closeUntil(Instant until, String reason) {
        closedUntil = until;
        closedReason = reason;
    }

    void open() {
        closedUntil = null;
        closedReason = null;
    }

    boolean isClosed(Instant now) {
        return closedUntil != null && closedUntil.isAfter(now);
    }
}
