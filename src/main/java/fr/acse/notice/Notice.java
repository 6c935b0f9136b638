package fr.acse.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** A notice on its way: kept until it is sent. */
@Entity
class Notice {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE_DOUBLINGS = 7;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    private Event event;

    @Enumerated(EnumType.STRING)
    private Audience.Role role;

    @Column(name = "group_name")
    private String group;

    private String reference;
    private Instant moment;
    private Instant madeAt;
    private Instant nextAt;
    private int failures;
    private Instant sentAt;

    protected Notice() {}

    Notice(Audience to, Event event, String reference, Instant moment, Instant madeAt) {
        this.event = event;
        this.role = to.role();
        this.group = to.group();
        this.reference = reference;
        this.moment = moment;
        this.madeAt = madeAt;
        this.nextAt = madeAt;
    }

    void sent(Instant at) {
        sentAt = at;
    }

    /** Tried again after half a minute, then after twice as long each time, an hour at most. */
    void failed(Instant at) {
        nextAt = at.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, LONGEST_PAUSE_DOUBLINGS)));
        failures++;
    }

    Event event() {
        return event;
    }

    Audience to() {
        return new Audience(role, group);
    }

    String reference() {
        return reference;
    }

    Instant moment() {
        return moment;
    }
}
