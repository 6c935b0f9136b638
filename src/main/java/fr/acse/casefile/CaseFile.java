package fr.acse.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A file of sealed values with a key of its own, wrapped by the master key. Destroying the key erases the file. */
@Entity
class CaseFile {

    @Id
    private String reference;

    private byte[] wrappedKey;
    private Instant openedAt;
    private String openedBy;

    protected CaseFile() {}

    CaseFile(String reference, byte[] wrappedKey, Instant openedAt, String openedBy) {
        this.reference = reference;
        this.wrappedKey = wrappedKey;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
    }

    String reference() {
        return reference;
    }

    String openedBy() {
        return openedBy;
    }

    void rewrap(byte[] byFirstKey) {
        wrappedKey = byFirstKey;
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }
}
