package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** Two women who must never be in the same shelter. The reason is sealed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Apart {

    @Id
    private UUID id;

    private CaseReference one;
    private CaseReference other;
    private Login saidBy;
    private Instant saidAt;

    Apart(CaseReference one, CaseReference other, Login saidBy, Instant saidAt) {
        this.id = UUID.randomUUID();
        this.one = one;
        this.other = other;
        this.saidBy = saidBy;
        this.saidAt = saidAt;
    }

    /** The case of the other woman of the pair. */
    CaseReference than(CaseReference reference) {
        return reference.equals(one) ? other : one;
    }
}
