package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One escorted journey: the escort as a login, times, and what became of it. Names and telephones are sealed. */
@Entity
public class Journey {

    /** How long before the departure the escort may read the address. */
    static final Duration ADDRESS_BEFORE_DEPARTURE = Duration.ofHours(24);

    /** How long after the planned arrival the silence alarm is raised. */
    static final Duration SILENCE = Duration.ofHours(2);

    @Id
    private UUID id;

    private CaseReference reference;
    private ShelterCode shelter;
    private Login escort;
    private Login plannedBy;
    private Login confirmedBy;
    private Instant departureAt;
    private Instant arrivalExpectedAt;
    private Instant departedAt;
    private Instant alarmAt;
    private Instant endedAt;
    private String outcome;

    protected Journey() {}

    Journey(
            CaseReference reference,
            ShelterCode shelter,
            Login escort,
            Login plannedBy,
            Instant departureAt,
            Instant arrivalExpectedAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.shelter = shelter;
        this.escort = escort;
        this.plannedBy = plannedBy;
        this.departureAt = departureAt;
        this.arrivalExpectedAt = arrivalExpectedAt;
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

    /** Somebody else confirms that the person who named herself is the escort. */
    void confirm(Login by) {
        confirmedBy = by;
    }

    /** Whoever names herself as escort is confirmed by somebody else. */
    boolean isConfirmed() {
        return !escort.equals(plannedBy) || confirmedBy != null;
    }

    /** They arrive later. @return when the silence alarm is to be raised if no news comes */
    Instant delay(Instant newArrival) {
        arrivalExpectedAt = newArrival;
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

    public Instant departureAt() {
        return departureAt;
    }

    public boolean hasDeparted() {
        return departedAt != null;
    }

    public Instant arrivalExpectedAt() {
        return arrivalExpectedAt;
    }

    public ShelterCode shelter() {
        return shelter;
    }

    public Login escort() {
        return escort;
    }

    public Instant alarmAt() {
        return alarmAt;
    }

    public String outcome() {
        return outcome;
    }
}
