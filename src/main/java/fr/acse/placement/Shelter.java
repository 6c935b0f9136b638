package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A shelter with its department and its criteria. Its name and address are in its sealed file only. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Shelter {

    @Id
    @Getter
    private ShelterCode code;

    @Getter
    private String department;

    @Embedded
    @Getter
    private Criteria criteria;

    /** Reference of the sealed file with its name, address and telephone. */
    @Getter
    private CaseReference fileReference;

    private Instant enteredAt;
    private Instant frozenAt;
    private Instant retiredAt;

    /** Who gave the address up, or null. */
    @Getter(AccessLevel.PACKAGE)
    private Login retiredBy;

    Shelter(ShelterCode code) {
        this.code = code;
    }

    void describe(String inDepartment, Criteria meets, CaseReference file, Instant at) {
        department = inDepartment;
        criteria = meets;
        fileReference = file;
        enteredAt = at;
        // A shelter that was given up comes back with another address.
        retiredAt = null;
        retiredBy = null;
        frozenAt = null;
    }

    /** Its address may be known: nobody but the coordination reads it. */
    void freeze(Instant at) {
        frozenAt = at;
    }

    void unfreeze() {
        frozenAt = null;
    }

    /** Its address is given up: nobody is sent there any more. */
    void retire(Instant at, Login by) {
        retiredAt = at;
        retiredBy = by;
    }

    public boolean isFrozen() {
        return frozenAt != null;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** Codes of the languages of its staff. */
    public List<String> languages() {
        return List.of(criteria.languages().split(","));
    }
}
