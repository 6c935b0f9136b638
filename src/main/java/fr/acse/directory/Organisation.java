package fr.acse.directory;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** An association or institution that may ask for a place. Its name and contacts are in its sealed file. */
@Entity
public class Organisation {

    @Id
    private String code;

    private String kind;
    private CaseReference fileReference;
    private Login proposedBy;
    private Login approvedBy;
    private Instant enteredAt;

    protected Organisation() {}

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

    public String code() {
        return code;
    }

    /** Reference of the sealed file with its name, telephone and IBAN. */
    public CaseReference fileReference() {
        return fileReference;
    }
}
