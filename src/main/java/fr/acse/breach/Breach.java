package fr.acse.breach;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A report that outsiders may know the address of a shelter. Its texts are sealed in the case file. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Breach {

    /** Time within which the data-protection authority must be told (GDPR art. 33). */
    public static final Duration AUTHORITY = Duration.ofHours(72);

    /** Time between the reminder to the coordination and the end of the 72 hours. */
    static final Duration REMINDER = Duration.ofHours(24);

    @Id
    @Getter(AccessLevel.PACKAGE)
    private UUID id;

    @Getter(AccessLevel.PACKAGE)
    private CaseReference reference;

    /** The shelter whose address may be known, or null if the woman had no shelter. */
    @Getter
    private ShelterCode shelter;

    @Getter(AccessLevel.PACKAGE)
    private Instant reportedAt;

    private String authority;
    private Instant authorityAt;
    private String decision;
    private Login decidedBy;
    private Instant decidedAt;

    @Version
    private int version;

    Breach(CaseReference reference, ShelterCode shelter, Instant reportedAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.shelter = shelter;
        this.reportedAt = reportedAt;
    }

    void tellAuthority(String how, Instant at) {
        authority = how;
        authorityAt = at;
    }

    void decide(String as, Login by, Instant at) {
        decision = as;
        decidedBy = by;
        decidedAt = at;
    }
}
