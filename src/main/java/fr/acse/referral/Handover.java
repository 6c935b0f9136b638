package fr.acse.referral;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** The answer of child protection about a minor. The name of the person who answered is sealed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Handover {

    @Id
    private UUID id;

    private CaseReference reference;
    private String service;
    private String answer;
    private LocalDate day;
    private Login recordedBy;
    private Instant recordedAt;

    Handover(
            CaseReference reference,
            String service,
            String answer,
            LocalDate day,
            Login recordedBy,
            Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.service = service;
        this.answer = answer;
        this.day = day;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }
}
