package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A file of sealed values with its own key, which the master key wraps. Destroying the file's key erases the file. */
@Entity
class CaseFile {

    @Id
    private CaseReference reference;

    private byte[] wrappedKey;
    private Instant openedAt;
    private Login openedBy;

    protected CaseFile() {}

    CaseFile(CaseReference reference, byte[] wrappedKey, Instant openedAt, Login openedBy) {
        this.reference = reference;
        this.wrappedKey = wrappedKey;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
    }

    CaseReference reference() {
        return reference;
    }

    Login openedBy() {
        return openedBy;
    }

    void destroy() {
        wrappedKey = null;
    }

    void rewrap(byte[] byFirstKey) {
        wrappedKey = byFirstKey;
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }
}
