package fr.acse.notice;

/** What somebody is told; the words are {@code mail.<name>} in {@code mails.properties}. */
public enum Event {
    REQUEST_SUBMITTED,
    REQUEST_REMINDER,
    REQUEST_LATE,
    NO_SHELTER_ACCEPTED,
    OFFER_MADE,
    OFFER_WITHDRAWN,
    OFFER_EXPIRED,
    OFFER_TOO_LATE,
    PLACE_PROPOSED,
    ON_WAITING_LIST,
    EMERGENCY_HOUSING,
    REQUEST_REFUSED,
    PLACE_FREED,
    HOLD_WARNING,
    HOLD_EXPIRED,
    HOLD_RELEASED,
    ACCEPTANCE_WITHDRAWN,
    ESCORT_TO_CONFIRM,
    SILENCE_ALARM,
    DANGER_ROSE,
    RIGHT_GRANTED,
    READING_STOPPED,
    JOB_STUCK
}
