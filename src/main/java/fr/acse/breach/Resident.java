package fr.acse.breach;

import fr.acse.codes.CaseReference;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A woman who lived at the address when the coordination decided on it, with the decision for her. */
@Entity(name = "BreachResident")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Resident {

    @Embeddable
    record Id(UUID breach, int number) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Getter
    private CaseReference reference;

    private String decision;

    Resident(UUID breach, int number, CaseReference reference) {
        this.id = new Id(breach, number);
        this.reference = reference;
    }

    void decide(String as) {
        decision = as;
    }
}
