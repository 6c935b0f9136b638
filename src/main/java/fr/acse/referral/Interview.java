package fr.acse.referral;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** A pre-admission interview. The content of the conversation is sealed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Interview {

    @Id
    private UUID id;

    private CaseReference reference;
    private ShelterCode shelter;
    private LocalDate heldOn;
    private String manner;
    private String interpreter;
    private int stayMonths;
    private String result;
    private Login recordedBy;
    private Instant recordedAt;

    Interview(CaseReference reference, ShelterCode shelter, InterviewHeld held, Login recordedBy, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.shelter = shelter;
        this.heldOn = held.day();
        this.manner = held.manner();
        this.interpreter = held.interpreter();
        this.stayMonths = held.stayMonths();
        this.result = held.result();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }
}
