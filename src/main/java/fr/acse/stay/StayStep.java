package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Words;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A step of a stay, stored as codes. The step is open until it is done or no longer needed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class StayStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Getter
    private Long id;

    private CaseReference reference;

    @Getter
    private String kind;

    @Getter
    private String withWhom;

    /** Last day of the step, or null for a step that was not planned. */
    @Getter
    private LocalDate dueOn;

    private LocalDate doneOn;
    private Login notedBy;
    private Instant notedAt;

    @Version
    private int version;

    private StayStep(CaseReference reference, String kind, Login by, Instant at) {
        this.reference = reference;
        this.kind = kind;
        this.notedBy = by;
        this.notedAt = at;
    }

    static StayStep next(CaseReference reference, String kind, String withWhom, LocalDate due, Login by, Instant at) {
        StayStep step = new StayStep(reference, kind, by, at);
        step.withWhom = withWhom;
        step.dueOn = due;
        return step;
    }

    static StayStep worked(CaseReference reference, String kind, LocalDate on, Login by, Instant at) {
        StayStep step = new StayStep(reference, kind, by, at);
        step.doneOn = on;
        return step;
    }

    void done(LocalDate on) {
        doneOn = on;
    }

    /** The step in words: its kind, the service and its last day. */
    public String words() {
        return Words.of("step.label", Words.of("step." + kind), Words.of("step.with." + withWhom), Words.day(dueOn));
    }
}
