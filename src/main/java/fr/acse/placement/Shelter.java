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

/** A shelter with its department and its criteria. Only the sealed file of the shelter has its name and address. */
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

    /** Reference of the sealed file with the name, address and telephone number of the shelter. */
    @Getter
    private CaseReference fileReference;

    private Instant enteredAt;
    private Instant frozenAt;
    private Instant retiredAt;

    /** Login of the person who retired the shelter, because its address is no longer safe, or null. */
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
        // A shelter that gave up its address is entered again with another address.
        retiredAt = null;
        retiredBy = null;
        frozenAt = null;
    }

    /** Freezes the shelter, because its address may be known. Only the coordination can then read the address. */
    void freeze(Instant at) {
        frozenAt = at;
    }

    void unfreeze() {
        frozenAt = null;
    }

    /** Retires the shelter, because its address is given up. Nobody is sent to a given-up address. */
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

    /** Codes of the languages that the staff of the shelter speaks. */
    public List<String> languages() {
        return List.of(criteria.languages().split(","));
    }
}
