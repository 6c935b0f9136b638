package fr.acse.notice;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A notice that is stored until the mail is sent. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Notice {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE_DOUBLINGS = 7;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Getter
    private Long id;

    @Enumerated(EnumType.STRING)
    @Getter
    private Event event;

    @Enumerated(EnumType.STRING)
    private Audience.Role role;

    @Column(name = "group_name")
    private String group;

    private Login person;

    @Getter
    private CaseReference reference;

    @Getter
    private Instant moment;

    private Instant madeAt;
    private Instant nextAt;
    private int failures;
    private Instant sentAt;
    private String stillTo;

    Notice(Audience to, Event event, CaseReference reference, Instant moment, Instant madeAt) {
        this.event = event;
        this.role = to.role();
        this.group = to.group();
        this.person = to.person();
        this.reference = reference;
        this.moment = moment;
        this.madeAt = madeAt;
        this.nextAt = madeAt;
    }

    /** Reserves the notice for this node until the given time. */
    void takenUntil(Instant at) {
        nextAt = at;
    }

    /** Copies the state from a copy of this notice that was changed outside a transaction. */
    void becomesAs(Notice copy) {
        sentAt = copy.sentAt;
        nextAt = copy.nextAt;
        failures = copy.failures;
        stillTo = copy.stillTo;
    }

    void sent(Instant at) {
        sentAt = at;
        stillTo = null;
    }

    /**
     * Records a failed attempt. The first retry is after 30 seconds, and the pause doubles up to 64 minutes. An attempt that fails three
     * days after the creation of the notice is the last one.
     *
     * @param addresses addresses that have not got the mail yet
     * @return false if the notice is given up
     */
    boolean failed(Set<String> addresses, Instant at) {
        stillTo = String.join(" ", addresses);
        nextAt = at.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, LONGEST_PAUSE_DOUBLINGS)));
        failures++;
        if (at.isBefore(madeAt.plus(GIVEN_UP_AFTER))) {
            return true;
        }
        sent(at);
        return false;
    }

    /** The addresses that have not got the mail in earlier attempts. The set is empty if all recipients are still to get it. */
    Set<String> stillTo() {
        return stillTo == null || stillTo.isEmpty() ? Set.of() : Set.of(stillTo.split(" "));
    }

    Audience to() {
        return new Audience(role, group, person);
    }
}
