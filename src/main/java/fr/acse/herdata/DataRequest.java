package fr.acse.herdata;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A request of the woman about her data and its answer, stored as codes and days. Her words are sealed in the case file. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class DataRequest {

    @Id
    private UUID id;

    private CaseReference reference;

    @Getter
    private String kind;

    @Getter
    private LocalDate askedOn;

    private LocalDate dueOn;
    private Login takenBy;
    private Instant takenAt;

    @Getter
    private Login preparedBy;

    private Instant approvedAt;
    private String answer;
    private LocalDate toldOn;
    private Login answeredBy;
    private Instant answeredAt;

    @Version
    private int version;

    DataRequest(CaseReference reference, String kind, LocalDate askedOn, LocalDate dueOn, Login by, Instant at) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.kind = kind;
        this.askedOn = askedOn;
        this.dueOn = dueOn;
        this.takenBy = by;
        this.takenAt = at;
    }

    void prepared(Login by) {
        preparedBy = by;
        approvedAt = null;
    }

    void approved(Instant at) {
        approvedAt = at;
    }

    void answer(String as, LocalDate on, Login by, Instant at) {
        answer = as;
        toldOn = on;
        answeredBy = by;
        answeredAt = at;
    }

    boolean isApproved() {
        return approvedAt != null;
    }
}
