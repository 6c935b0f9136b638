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

/** One escorted journey: login of the escort, times and outcome. Names and telephone numbers are sealed. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Journey {

    /** The escort may read the address from 24 hours before the planned departure. */
    static final Duration ADDRESS_BEFORE_DEPARTURE = Duration.ofHours(24);

    /** The silence alarm is raised 2 hours after an expected arrival if no news came. */
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

    /** Login of the substitute, who escorts the woman if the escort cannot, or null. */
    @Getter(AccessLevel.PACKAGE)
    private Login substitute;

    /** Whether a replacement escort still waits for the permission of the coordination to read the address. */
    private boolean awaitsWord;

    /** Code of the reason of the latest replacement of the escort, or null. The code {@code doubt} is never overwritten. */
    private String replacedFor;

    /** Number of the stretch on which the woman and the escort travel, from 1. */
    @Getter
    private int stretch = 1;

    @Getter
    private int stretches = 1;

    @Getter
    private Instant departureAt;

    @Getter
    private Instant arrivalExpectedAt;

    /** When the woman and the escort left, or null. */
    @Getter
    private Instant departedAt;

    @Getter
    private Instant alarmAt;

    /** When the escort was heard last, or null. */
    @Getter
    private Instant heardAt;

    /** When the coordination must ask the police again, or null. */
    @Getter(AccessLevel.PACKAGE)
    private Instant searchedUntil;

    /** When the woman and the escort are expected back at the association; null unless they return. */
    @Getter
    private Instant backExpectedAt;

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

    /** @return when the silence alarm is raised if no news comes */
    Instant depart(Instant at) {
        departedAt = at;
        return (arrivalExpectedAt.isAfter(at) ? arrivalExpectedAt : at).plus(SILENCE);
    }

    void raiseAlarm(Instant at) {
        alarmAt = at;
    }

    void hear(Instant at) {
        heardAt = at;
        searchedUntil = null;
    }

    /** Whether the coordination looks for the woman and the escort, because no news came in time. */
    public boolean isSilent() {
        return alarmAt != null && (heardAt == null || heardAt.isBefore(alarmAt));
    }

    void end(String as, Instant at) {
        outcome = as;
        endedAt = at;
    }

    /** Records that a second person has confirmed an escort who named herself. */
    void confirm(Login by) {
        confirmedBy = by;
    }

    /** False while an escort who named herself awaits a second person, or a replacement escort awaits the coordination. */
    boolean isConfirmed() {
        return !awaitsWord && (!escort.equals(plannedBy) || confirmedBy != null);
    }

    /**
     * Names another escort for the woman from now on.
     *
     * @param why code of the reason
     * @param byCoordination whether the coordination named the new escort, who then needs no further approval
     */
    void replaceEscort(Login by, Login named, String why, boolean byCoordination) {
        replacedFor = isInDoubt() ? replacedFor : why;
        escort = named;
        plannedBy = by;
        confirmedBy = null;
        awaitsWord = !byCoordination;
    }

    /** Whether an earlier escort of this journey was replaced because of doubts about this escort. */
    boolean isInDoubt() {
        return "doubt".equals(replacedFor);
    }

    /** The coordination allows the escort to read the address. */
    void giveWord(Login by) {
        awaitsWord = false;
        confirmedBy = by;
    }

    /** Moves the planned departure, and the expected arrival by as much. @return the difference */
    Duration postpone(Instant departure) {
        Duration later = Duration.between(departureAt, departure);
        departureAt = departure;
        arrivalExpectedAt = arrivalExpectedAt.plus(later);
        return later;
    }

    /** The woman and the escort have reached a change on the way. */
    void nextStretch() {
        stretch++;
        searchedUntil = null;
    }

    boolean isOnLastStretch() {
        return stretch >= stretches;
    }

    /** The police searches for the woman and the escort. The coordination must ask the police again at the given time. */
    void searchUntil(Instant at) {
        searchedUntil = at;
    }

    /** The woman and the escort return to the association. Nobody reads the address on the way back. */
    void turnBack(Instant expected) {
        backExpectedAt = expected;
    }

    void goOn() {
        backExpectedAt = null;
    }

    public boolean isReturning() {
        return backExpectedAt != null;
    }

    void takeOver(Login by) {
        escort = by;
    }

    /** Moves the expected arrival to a later time. @return when the silence alarm is raised if no news comes */
    Instant delay(Instant newArrival) {
        arrivalExpectedAt = newArrival;
        searchedUntil = null;
        return newArrival.plus(SILENCE);
    }

    /** @param longest longest duration of a journey; nobody can read the address later than this after the departure */
    boolean showsAddress(Instant at, Duration longest) {
        Instant until = arrivalExpectedAt.plus(SILENCE);
        Instant latest = departureAt.plus(longest);
        return endedAt == null
                && !isReturning()
                && isConfirmed()
                && !at.isBefore(departureAt.minus(ADDRESS_BEFORE_DEPARTURE))
                && !at.isAfter(until.isBefore(latest) ? until : latest);
    }

    public boolean hasDeparted() {
        return departedAt != null;
    }
}
