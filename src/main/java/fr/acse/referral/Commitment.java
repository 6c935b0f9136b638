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

/** The woman's answer to the clauses on a day, and the way in which the clauses were explained to her. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Commitment {

    @Id
    private UUID id;

    private CaseReference reference;
    private LocalDate madeOn;
    private String text;
    private String language;
    private String manner;
    private String interpreter;
    private LocalDate noticeOn;
    private String noticeLanguage;
    private boolean isFull;
    private Login recordedBy;
    private Instant recordedAt;

    Commitment(CaseReference reference, CommitmentAnswer answer, Login recordedBy, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.madeOn = answer.day();
        this.text = answer.text();
        this.language = answer.language();
        this.manner = answer.manner();
        this.interpreter = answer.interpreter();
        this.noticeOn = answer.noticeOn();
        this.noticeLanguage = answer.noticeLanguage();
        this.isFull = answer.isFull();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }
}
