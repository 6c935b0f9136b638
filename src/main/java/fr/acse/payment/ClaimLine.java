package fr.acse.payment;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One thing that was spent on a journey. Its receipt, and why it is above the ceiling, are sealed in the case file. */
@Embeddable
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@Getter
public class ClaimLine {

    /** Finding of the coordination for a correct line. */
    public static final String ACCEPTED = "accepted";

    private String kind;
    private LocalDate spentOn;
    private String traveller;
    private Cents cents;

    @Getter(AccessLevel.NONE)
    private Cents ceilingCents;

    /** {@link #ACCEPTED}, code of what is wrong with it, or null as long as nobody has checked it. */
    private String finding;

    @Getter(AccessLevel.NONE)
    private Cents grantedCents;

    /**
     * @param kind code of a {@link CostKind}
     * @param traveller {@code person} or {@code escort}
     * @param ceiling or null where there is none
     */
    public ClaimLine(String kind, LocalDate spentOn, String traveller, Cents cents, Cents ceiling) {
        this.kind = kind;
        this.spentOn = spentOn;
        this.traveller = traveller;
        this.cents = cents;
        this.ceilingCents = ceiling;
        this.grantedCents = cents;
    }

    /** The line with its ceiling less the sum of other claims of the case for the same thing, person and day. */
    public ClaimLine afterOthers(List<ClaimLine> others) {
        return new ClaimLine(kind, spentOn, traveller, cents, ceilingCents == null ? null : leftBy(others.stream()));
    }

    /** The rest of the ceiling. Lines for the same thing, person and day share it, so that no bill is split to stay below. */
    Cents leftBy(Stream<ClaimLine> others) {
        long spent = others.filter(this::sharesCeilingWith)
                .mapToLong(each -> each.granted().value())
                .sum();
        return new Cents(Math.max(0, ceilingCents.value() - spent));
    }

    /** @param as {@link #ACCEPTED}, or code of what is wrong with it */
    void note(String as) {
        finding = as;
        grantedCents = cents;
    }

    /** Leaves this line unpaid; the others are paid. */
    void leaveOut() {
        grantedCents = Cents.NONE;
    }

    /** @param most that may be paid for it */
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

    /** The ceiling, or null if there is none. */
    public Cents ceiling() {
        return ceilingCents;
    }

    /** The amount that is paid of it. */
    public Cents granted() {
        return grantedCents;
    }
}
