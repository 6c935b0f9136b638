package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One encrypted field of a file. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
class SealedValue {

    @Embeddable
    record Key(CaseReference reference, String field) implements Serializable {}

    @EmbeddedId
    private Key id;

    private byte[] ciphertext;
    private Instant sealedAt;
    private Login sealedBy;
}
