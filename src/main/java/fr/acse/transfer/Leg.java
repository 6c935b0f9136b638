package fr.acse.transfer;

import fr.acse.codes.Login;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One stretch of a journey: its escort and its expected end. The place of the change is sealed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Leg {

    @Embeddable
    record Id(UUID journey, int number) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Getter(AccessLevel.PACKAGE)
    private Login escort;

    @Getter(AccessLevel.PACKAGE)
    private Instant expectedAt;

    private Instant reachedAt;

    Leg(UUID journey, int number, Login escort, Instant expectedAt) {
        this.id = new Id(journey, number);
        this.escort = escort;
        this.expectedAt = expectedAt;
    }

    void reach(Instant at) {
        reachedAt = at;
    }

    void expectAt(Instant at) {
        expectedAt = at;
    }

    void escortedBy(Login other) {
        escort = other;
    }

    boolean isReached() {
        return reachedAt != null;
    }

    int number() {
        return id.number();
    }
}
