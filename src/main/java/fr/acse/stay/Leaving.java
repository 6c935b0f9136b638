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

/** A proposal that she goes, and the answer of another person. The texts about it are sealed in the case file. */
@Entity
public class Leaving {

    /** The side of a case for which a person proposes. */
    public enum Side {
        OPERATOR,
        SHELTER,
        COORDINATION
    }

    @Id
    private UUID id;

    private CaseReference reference;
    private String kind;
    private String destination;
    private LocalDate leavingDay;
    private LocalDate nextContact;
    private String clause;
    private Login proposedBy;

    @Enumerated(EnumType.STRING)
    private Side proposedAs;

    private Instant proposedAt;
    private String instance;
    private Login answeredBy;
    private Instant answeredAt;
    private String answer;

    @Version
    private int version;

    protected Leaving() {}

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

    /** Nobody has to answer any more: the case ended, or she moved. */
    void dismiss(Instant at) {
        answer = "void";
        answeredAt = at;
    }

    /** @param to code of where she goes */
    void goesTo(String to) {
        destination = to;
    }

    public CaseReference reference() {
        return reference;
    }

    /** The kind of the proposal: leaves, withdraws, disappeared or exclusion. */
    public String kind() {
        return kind;
    }

    /** Whether nobody has to answer it any more once she moves. */
    public boolean isVoidByMove() {
        return !kind.equals(Proposal.WITHDRAWS) && !kind.equals(Proposal.DISAPPEARED);
    }

    /** Code of where she goes, or null. */
    public String destination() {
        return destination;
    }

    /** The day on which she leaves, or null. */
    public LocalDate day() {
        return leavingDay;
    }

    /** The day on which she wants to be asked how she is, or null. */
    public LocalDate nextContact() {
        return nextContact;
    }

    /** The clause of the commitment that was broken, or null. */
    public String clause() {
        return clause;
    }

    public Login proposedBy() {
        return proposedBy;
    }

    public Side proposedAs() {
        return proposedAs;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** Id of the process instance that waits for the answer. */
    public String instance() {
        return instance;
    }

    /** Code of the answer, or null while it waits for one. */
    public String answer() {
        return answer;
    }
}
