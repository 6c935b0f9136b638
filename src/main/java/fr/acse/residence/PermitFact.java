package fr.acse.residence;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A fact about the proceedings, or a fact against the woman, with its source. A recorded fact is never changed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class PermitFact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Getter
    private int track;

    private CaseReference reference;

    @Getter
    private String kind;

    /** Code of the source of the fact, or null. */
    @Getter
    private String source;

    @Getter
    private LocalDate happenedOn;

    private Login notedBy;
    private Instant notedAt;

    PermitFact(PermitTrack track, String kind, String source, LocalDate happenedOn, Login by, Instant at) {
        this.track = track.id();
        this.reference = track.reference();
        this.kind = kind;
        this.source = source;
        this.happenedOn = happenedOn;
        this.notedBy = by;
        this.notedAt = at;
    }
}
