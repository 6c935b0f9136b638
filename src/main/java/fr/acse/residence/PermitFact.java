package fr.acse.residence;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** A fact of the proceedings, or one that is held against her, with its source. It is never changed. */
@Entity
public class PermitFact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private int track;
    private CaseReference reference;
    private String kind;
    private String source;
    private LocalDate happenedOn;
    private Login notedBy;
    private Instant notedAt;

    protected PermitFact() {}

    PermitFact(PermitTrack track, String kind, String source, LocalDate happenedOn, Login by, Instant at) {
        this.track = track.id();
        this.reference = track.reference();
        this.kind = kind;
        this.source = source;
        this.happenedOn = happenedOn;
        this.notedBy = by;
        this.notedAt = at;
    }

    public int track() {
        return track;
    }

    public String kind() {
        return kind;
    }

    /** Code of where it comes from, or null. */
    public String source() {
        return source;
    }

    public LocalDate happenedOn() {
        return happenedOn;
    }
}
