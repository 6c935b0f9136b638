package fr.acse.transfer;

import fr.acse.codes.Login;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One stretch of a journey: who escorts her on it, and when they are there. Where they change is sealed. */
@Entity
public class Leg {

    @Embeddable
    record Id(UUID journey, int number) implements Serializable {}

    @EmbeddedId
    private Id id;

    private Login escort;
    private Instant expectedAt;
    private Instant reachedAt;

    protected Leg() {}

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

    Login escort() {
        return escort;
    }

    Instant expectedAt() {
        return expectedAt;
    }
}
