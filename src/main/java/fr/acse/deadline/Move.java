package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The record of a moved deadline. */
@Entity
@Table(name = "deadline_move")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Move {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String job;
    private CaseReference reference;

    @Getter
    private Instant fromAt;

    private Instant toAt;

    @Getter
    private String reason;

    @Getter
    private Login movedBy;

    private Instant movedAt;

    Move(Deadline deadline, Instant to, String reason, Login movedBy, Instant movedAt) {
        this.job = deadline.job();
        this.reference = deadline.reference();
        this.fromAt = deadline.dueAt();
        this.toAt = to;
        this.reason = reason;
        this.movedBy = movedBy;
        this.movedAt = movedAt;
    }
}
