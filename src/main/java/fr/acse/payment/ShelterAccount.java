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

/** The bank account to which a shelter is paid back. Holder and IBAN are in a separate sealed file without the shelter's address. */
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

    /** Number of times that two people have entered and confirmed the account. */
    @Getter
    private int edition;

    /** The latest edition of the account to which the bank refused to pay; 0 if the bank has refused none. */
    private int refusedEdition;

    /** Code of the reason for which the bank refused the latest refused edition, or null. */
    @Getter
    private String refusedBecause;

    @Version
    private int version;

    ShelterAccount(ShelterCode shelter, CaseReference file) {
        this.shelter = shelter;
        this.file = file;
    }

    /** Records that one person entered the account and another person confirmed it. */
    void confirm(Login entered, Login confirmed, Instant at) {
        enteredBy = entered;
        confirmedBy = confirmed;
        confirmedAt = at;
        edition++;
    }

    /** Records that the bank did not pay to an edition of the account. The bank's late answer does not count for a later edition. */
    void refused(int sentTo, String reason) {
        if (sentTo > refusedEdition) {
            refusedEdition = sentTo;
            refusedBecause = reason;
        }
    }

    /** True if the bank has not refused the account since two people confirmed it. */
    boolean isGood() {
        return edition > refusedEdition;
    }
}
