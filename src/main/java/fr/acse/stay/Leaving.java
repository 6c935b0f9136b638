package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A proposal that the woman leaves, and the answer of another person. The texts of both are sealed in the case file. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
public class Leaving {

    /** The side of the person who makes the proposal: association, shelter or coordination. */
    public enum Side {
        OPERATOR,
        SHELTER,
        COORDINATION
    }

    @Id
    @Getter(AccessLevel.NONE)
    private UUID id;

    private CaseReference reference;

    /** Kind of the proposal: leaves, withdraws, disappeared or exclusion. */
    private String kind;

    /** Code of the place to which the woman goes, or null. */
    private String destination;

    @Getter(AccessLevel.NONE)
    private LocalDate leavingDay;

    /** The day on which the woman wants to be asked how she is, or null. */
    private LocalDate nextContact;

    /** The clause of the commitment that the woman broke, or null. */
    private String clause;

    private Login proposedBy;

    @Enumerated(EnumType.STRING)
    private Side proposedAs;

    private Instant proposedAt;

    /** Id of the process instance that waits for the answer. */
    private String instance;

    @Getter(AccessLevel.NONE)
    private Login answeredBy;

    @Getter(AccessLevel.NONE)
    private Instant answeredAt;

    /** Code of the answer, or null while the proposal has no answer. */
    private String answer;

    @Version
    private int version;

    Leaving(CaseReference reference, Proposal proposal, Login by, Side as, Instant at, String instance) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.kind = proposal.kind();
        this.destination = proposal.destination();
        this.leavingDay = proposal.day();
        this.nextContact = proposal.nextContact();
        this.clause = proposal.clause();
        this.proposedBy = by;
        this.proposedAs = as;
        this.proposedAt = at;
        this.instance = instance;
    }

    /** @param as code of the answer */
    void answer(String as, Login by, Instant at) {
        answer = as;
        answeredBy = by;
        answeredAt = at;
    }

    /** Ends the proposal without an answer, because the case was closed or the woman moved. */
    void dismiss(Instant at) {
        answer = "void";
        answeredAt = at;
    }

    /** @param to code of the place to which the woman goes */
    void goesTo(String to) {
        destination = to;
    }

    /** True if the proposal ends without an answer when the woman moves. */
    public boolean isVoidByMove() {
        return !kind.equals(Proposal.WITHDRAWS) && !kind.equals(Proposal.DISAPPEARED);
    }

    /** The day on which the woman leaves, or null. */
    public LocalDate day() {
        return leavingDay;
    }
}
