package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A file of sealed values with its own key. The master key wraps the file's key. Destroying the file's key erases the file. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
class CaseFile {

    @Id
    private CaseReference reference;

    private byte[] wrappedKey;
    private Instant openedAt;
    private Login openedBy;

    CaseFile(CaseReference reference, byte[] wrappedKey, Instant openedAt, Login openedBy) {
        this.reference = reference;
        this.wrappedKey = wrappedKey;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
    }

    void destroy() {
        wrappedKey = null;
    }

    void rewrap(byte[] byFirstKey) {
        wrappedKey = byFirstKey;
    }
}
