package fr.acse.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;

/** Somebody read sealed values: who, which fields of which file, from which task, when. */
@Entity
public class Reveal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;
    private String person;
    private String reference;
    private String fields;
    private String task;

    protected Reveal() {}

    Reveal(Instant at, String person, String reference, Collection<String> fields, String task) {
        this.at = at;
        this.person = person;
        this.reference = reference;
        this.fields = String.join(",", fields);
        this.task = task;
    }

    public String person() {
        return person;
    }

    public String fields() {
        return fields;
    }
}
