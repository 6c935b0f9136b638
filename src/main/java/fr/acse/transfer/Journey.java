package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One escorted journey: the escort as a login, times, and what became of it. Names and telephones are sealed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Journey {

    /** How long before the departure the escort may read the address. */
    static final Duration ADDRESS_BEFORE_DEPARTURE = Duration.ofHours(24);

    /** How long after the planned arrival the silence alarm is raised. */
    static final Duration SILENCE = Duration.ofHours(2);

    @Id
    @Getter(AccessLevel.PACKAGE)
    private UUID id;

    private CaseReference reference;

    @Getter
    private ShelterCode shelter;

    @Getter
    private Login escort;

    private Login plannedBy;
    private Login confirmedBy;

    /** Who escorts her if the escort cannot, or null. */
    @Getter(AccessLevel.PACKAGE)
    private Login substitute;

    /** Whether the escort was named in place of another, and the coordination has not said yet that she may read the address. */
    private boolean awaitsWord;

    /** Code of the reason why the escort before her was replaced, or null. */
    private String replacedFor;

    /** Number of the stretch that they are on, from 1. */
    @Getter(AccessLevel.PACKAGE)
    private int stretch = 1;

    private int stretches = 1;

    @Getter
    private Instant departureAt;

    @Getter
    private Instant arrivalExpectedAt;

    private Instant departedAt;

    @Getter
    private Instant alarmAt;

    /** When the coordination asks the police again, or null. */
    @Getter(AccessLevel.PACKAGE)
    private Instant searchedUntil;

    private Instant endedAt;

    @Getter
    private String outcome;

    Journey(CaseReference reference, ShelterCode shelter, JourneyPlan plan, Login plannedBy) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.shelter = shelter;
        this.escort = plan.escort();
        this.substitute = plan.substitute();
        this.plannedBy = plannedBy;
        this.departureAt = plan.departure();
        this.arrivalExpectedAt = plan.arrival();
        this.stretches = plan.changes().size() + 1;
    }

    /** @return when the silence alarm is to be raised if no news comes */
    Instant depart(Instant at) {
        departedAt = at;
        return (arrivalExpectedAt.isAfter(at) ? arrivalExpectedAt : at).plus(SILENCE);
    }

    void raiseAlarm(Instant at) {
        alarmAt = at;
    }

    void end(String as, Instant at) {
        outcome = as;
        endedAt = at;
    }

    /** Records that another person has confirmed the escort who named herself. */
    void confirm(Login by) {
        confirmedBy = by;
    }

    /** Another person confirms an escort who named herself. The coordination confirms an escort who replaces another one. */
    boolean isConfirmed() {
        return !awaitsWord && (!escort.equals(plannedBy) || confirmedBy != null);
    }

    /**
     * Somebody else escorts her from now on.
     *
     * @param why code of the reason
     * @param byCoordination whether the coordination named her, so that no further approval is needed
     */
    void replaceEscort(Login by, Login named, String why, boolean byCoordination) {
        replacedFor = isInDoubt() ? replacedFor : why;
        escort = named;
        plannedBy = by;
        confirmedBy = null;
        awaitsWord = !byCoordination;
    }

    /** Whether an escort before was replaced because somebody doubted her. */
    boolean isInDoubt() {
        return "doubt".equals(replacedFor);
    }

    /** The coordination says that the escort may read the address. */
    void giveWord(Login by) {
        awaitsWord = false;
        confirmedBy = by;
    }

    /** They leave at another time; everything on the way moves with it. @return by how much */
    Duration postpone(Instant departure) {
        Duration later = Duration.between(departureAt, departure);
        departureAt = departure;
        arrivalExpectedAt = arrivalExpectedAt.plus(later);
        return later;
    }

    /** They have reached a change. */
    void nextStretch() {
        stretch++;
        searchedUntil = null;
    }

    boolean isOnLastStretch() {
        return stretch >= stretches;
    }

    /** The police looks for them: the coordination asks again then. */
    void searchUntil(Instant at) {
        searchedUntil = at;
    }

    void takeOver(Login by) {
        escort = by;
    }

    /** They arrive later. @return when the silence alarm is to be raised if no news comes */
    Instant delay(Instant newArrival) {
        arrivalExpectedAt = newArrival;
        searchedUntil = null;
        return newArrival.plus(SILENCE);
    }

    /** @param longest how long a journey lasts at most; the window never stays open beyond it */
    boolean showsAddress(Instant at, Duration longest) {
        Instant until = arrivalExpectedAt.plus(SILENCE);
        Instant latest = departureAt.plus(longest);
        return endedAt == null
                && isConfirmed()
                && !at.isBefore(departureAt.minus(ADDRESS_BEFORE_DEPARTURE))
                && !at.isAfter(until.isBefore(latest) ? until : latest);
    }

    public boolean hasDeparted() {
        return departedAt != null;
    }
}
