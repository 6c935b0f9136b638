package fr.acse.placement;

import fr.acse.codes.Login;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** Records which user relaxed which constraint of a request. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Relaxation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID request;

    @Enumerated(EnumType.STRING)
    @Column(name = "constraint_name")
    @Getter
    private Constraint constraint;

    private Login relaxedBy;

    @Getter
    private Instant relaxedAt;

    Relaxation(UUID request, Constraint constraint, Login relaxedBy, Instant relaxedAt) {
        this.request = request;
        this.constraint = constraint;
        this.relaxedBy = relaxedBy;
        this.relaxedAt = relaxedAt;
    }
}
