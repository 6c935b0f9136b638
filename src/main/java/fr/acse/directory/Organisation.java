package fr.acse.directory;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** An association or institution that may request a place for a woman. Its name and contact details are in its sealed file. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Organisation {

    @Id
    @Getter
    private String code;

    private String kind;

    /** Reference of the sealed file with the association's name, telephone number and IBAN. */
    @Getter
    private CaseReference fileReference;

    private Login proposedBy;
    private Login approvedBy;
    private Instant enteredAt;

    Organisation(
            String code,
            String kind,
            CaseReference fileReference,
            Login proposedBy,
            Login approvedBy,
            Instant enteredAt) {
        this.code = code;
        this.kind = kind;
        this.fileReference = fileReference;
        this.proposedBy = proposedBy;
        this.approvedBy = approvedBy;
        this.enteredAt = enteredAt;
    }
}
