package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** To which account a shelter is paid back. Its holder and number are in a sealed file of their own, apart from the address. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ShelterAccount {

    @Id
    private ShelterCode shelter;

    @Getter
    private CaseReference file;

    private Login enteredBy;
    private Login confirmedBy;
    private Instant confirmedAt;

    /** Counts how often two people have confirmed it. */
    @Getter
    private int edition;

    /** The latest edition to which the bank did not pay; 0 if there is none. */
    private int refusedEdition;

    /** Code of why the bank did not pay to that one, or null. */
    @Getter
    private String refusedBecause;

    @Version
    private int version;

    ShelterAccount(ShelterCode shelter, CaseReference file) {
        this.shelter = shelter;
        this.file = file;
    }

    /** Records that two people have confirmed the account. */
    void confirm(Login entered, Login confirmed, Instant at) {
        enteredBy = entered;
        confirmedBy = confirmed;
        confirmedAt = at;
        edition++;
    }

    /** Records that the bank did not pay to an edition. A late answer does not count for a later edition. */
    void refused(int sentTo, String reason) {
        if (sentTo > refusedEdition) {
            refusedEdition = sentTo;
            refusedBecause = reason;
        }
    }

    /** Whether the bank has not refused it since two people confirmed it. */
    boolean isGood() {
        return edition > refusedEdition;
    }
}
