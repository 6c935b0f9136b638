package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;

/** One encrypted field of a file. */
@Entity
class SealedValue {

    @Embeddable
    record Key(CaseReference reference, String field) implements Serializable {}

    @EmbeddedId
    private Key id;

    private byte[] ciphertext;
    private Instant sealedAt;
    private Login sealedBy;

    protected SealedValue() {}

    Key id() {
        return id;
    }

    Login sealedBy() {
        return sealedBy;
    }

    byte[] ciphertext() {
        return ciphertext;
    }
}
