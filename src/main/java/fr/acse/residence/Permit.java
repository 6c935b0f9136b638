package fr.acse.residence;

import fr.acse.codes.CaseReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** The permit track of a case: the period that is valid now, and how the track ended. */
@Entity
public class Permit {

    @Id
    private CaseReference reference;

    private Instant openedAt;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private Integer months;
    private String outcome;
    private String otherRoute;
    private Instant closedAt;

    protected Permit() {}

    Permit(CaseReference reference, Instant openedAt) {
        this.reference = reference;
        this.openedAt = openedAt;
    }

    void runs(LocalDate from, int forMonths) {
        validFrom = from;
        months = forMonths;
        validUntil = from.plusMonths(forMonths);
    }

    void close(String as, String next, Instant at) {
        otherRoute = next;
        outcome = as;
        closedAt = at;
    }

    /** First day on which the permit is no longer valid, in Europe/Paris. */
    public LocalDate validUntil() {
        return validUntil;
    }

    public String outcome() {
        return outcome;
    }
}
