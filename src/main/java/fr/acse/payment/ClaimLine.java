package fr.acse.payment;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One expense of a journey. Its receipt, and the reason for an amount above the ceiling, are sealed in the case file. */
@Embeddable
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
public class ClaimLine {

    /** Finding of the coordination for a line that is correct. */
    public static final String ACCEPTED = "accepted";

    private String kind;
    private LocalDate spentOn;
    private String traveller;
    private Cents cents;

    @Getter(AccessLevel.NONE)
    private Cents ceilingCents;

    /** Finding of the check: {@link #ACCEPTED}, the code of an error, or null if nobody has checked the line. */
    private String finding;

    @Getter(AccessLevel.NONE)
    private Cents grantedCents;

    /**
     * @param kind code of a {@link CostKind}
     * @param traveller {@code person} or {@code escort}
     * @param ceiling the highest amount that is paid, or null if there is no ceiling
     */
    public ClaimLine(String kind, LocalDate spentOn, String traveller, Cents cents, Cents ceiling) {
        this.kind = kind;
        this.spentOn = spentOn;
        this.traveller = traveller;
        this.cents = cents;
        this.ceilingCents = ceiling;
        this.grantedCents = cents;
    }

    /** A copy of the line with a lower ceiling: other claims of the case for the same cost, traveller and day are subtracted. */
    public ClaimLine afterOthers(List<ClaimLine> others) {
        return new ClaimLine(kind, spentOn, traveller, cents, ceilingCents == null ? null : leftBy(others.stream()));
    }

    /** The rest of the ceiling. Lines for the same cost, traveller and day share one ceiling, so that splitting a bill gains nothing. */
    Cents leftBy(Stream<ClaimLine> others) {
        long spent = others.filter(this::sharesCeilingWith)
                .mapToLong(each -> each.granted().value())
                .sum();
        return new Cents(Math.max(0, ceilingCents.value() - spent));
    }

    /** @param as {@link #ACCEPTED}, or the code of an error in the line */
    void note(String as) {
        finding = as;
        grantedCents = cents;
    }

    /** Sets the paid amount of this line to 0; the other lines of the claim are paid. */
    void leaveOut() {
        grantedCents = Cents.NONE;
    }

    /** @param most the highest amount that may be paid for the line */
    void cut(Cents most) {
        if (grantedCents.value() > most.value()) {
            grantedCents = most;
        }
    }

    private boolean sharesCeilingWith(ClaimLine other) {
        return kind.equals(other.kind) && traveller.equals(other.traveller) && spentOn.equals(other.spentOn);
    }

    public boolean isAccepted() {
        return ACCEPTED.equals(finding);
    }

    boolean isOf(String who) {
        return traveller.equals(who);
    }

    /** The ceiling of the line, or null if it has none. */
    public Cents ceiling() {
        return ceilingCents;
    }

    /** The amount that is paid for the line. */
    public Cents granted() {
        return grantedCents;
    }
}
