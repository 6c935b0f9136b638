package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** To which account a shelter is paid back. Its holder and number are in a sealed file of their own, apart from the address. */
@Entity
class ShelterAccount {

    @Id
    private ShelterCode shelter;

    private CaseReference file;
    private Login enteredBy;
    private Login confirmedBy;
    private Instant confirmedAt;

    /** When the bank did not pay to it the last time, or null. */
    private Instant refusedAt;

    @Version
    private int version;

    protected ShelterAccount() {}

    ShelterAccount(ShelterCode shelter, CaseReference file) {
        this.shelter = shelter;
        this.file = file;
    }

    /** Two people have seen it. */
    void confirm(Login entered, Login confirmed, Instant at) {
        enteredBy = entered;
        confirmedBy = confirmed;
        confirmedAt = at;
    }

    void refused(Instant at) {
        refusedAt = at;
    }

    /** Whether two people have confirmed it and the bank has not refused it since. */
    boolean isGood() {
        return refusedAt == null || confirmedAt.isAfter(refusedAt);
    }

    CaseReference file() {
        return file;
    }
}
