package fr.acse.placement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;

/** A shelter: where it is only as a department, what it can do as criteria. Name and address are in its sealed file. */
@Entity
public class Shelter {

    @Id
    private String code;

    private String department;

    @Embedded
    private Criteria criteria;

    private String fileReference;
    private Instant enteredAt;

    protected Shelter() {}

    Shelter(String code) {
        this.code = code;
    }

    void describe(String inDepartment, Criteria meets, String file, Instant at) {
        department = inDepartment;
        criteria = meets;
        fileReference = file;
        enteredAt = at;
    }

    public String code() {
        return code;
    }

    public String department() {
        return department;
    }

    public Criteria criteria() {
        return criteria;
    }

    /** Reference of the sealed file with its name, address and telephone. */
    public String fileReference() {
        return fileReference;
    }

    /** Codes of the languages of its staff. */
    public List<String> languages() {
        return List.of(criteria.languages().split(","));
    }
}
