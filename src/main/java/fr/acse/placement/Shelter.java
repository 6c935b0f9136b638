package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** A shelter: where it is only as a department, what it can do as criteria. Name and address are in its sealed file. */
@Entity
public class Shelter {

    @Id
    private ShelterCode code;

    private String department;

    @Embedded
    private Criteria criteria;

    private CaseReference fileReference;
    private Instant enteredAt;

    protected Shelter() {}

    Shelter(ShelterCode code) {
        this.code = code;
    }

    void describe(String inDepartment, Criteria meets, CaseReference file, Instant at) {
        department = inDepartment;
        criteria = meets;
        fileReference = file;
        enteredAt = at;
    }

    public ShelterCode code() {
        return code;
    }

    public String department() {
        return department;
    }

    public Criteria criteria() {
        return criteria;
    }

    /** Reference of the sealed file with its name, address and telephone. */
    public CaseReference fileReference() {
        return fileReference;
    }

    /** Codes of the languages of its staff. */
    public List<String> languages() {
        return List.of(criteria.languages().split(","));
    }
}
