package fr.acse.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** An association or institution that may ask for a place. Its name and contacts are in its sealed file. */
@Entity
public class Organisation {

    @Id
    private String code;

    private String kind;
    private String fileReference;
    private String proposedBy;
    private String approvedBy;
    private Instant enteredAt;

    protected Organisation() {}

    Organisation(
            String code, String kind, String fileReference, String proposedBy, String approvedBy, Instant enteredAt) {
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
    public String fileReference() {
        return fileReference;
    }
}
