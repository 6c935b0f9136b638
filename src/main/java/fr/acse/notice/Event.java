package fr.acse.notice;

import java.util.Set;

/** What somebody is told; the words are {@code mail.<name>} in {@code mails.properties}. */
public enum Event {
    REQUEST_SUBMITTED,
    REQUEST_REMINDER,
    REQUEST_LATE,
    NO_SHELTER_ACCEPTED,
    OFFER_MADE,
    OFFER_WITHDRAWN,
    OFFER_BY_TELEPHONE,
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
    PAYMENT_WAITS,
    CLAIM_REJECTED,
    CASE_CORRECTED,
    ARRIVAL_CHANGED,
    JOURNEY_CHANGED,
    OFFER_CHANGED,
    ALARM_ON_THE_WAY,
    ALARM_ESCORT_MISSING,
    ALARM_NO_SHOW,
    ALARM_BREACH,
    ALARM_DATE,
    ALARM_OFFER,
    ALARM_CLAIM_BACK,
    ALARM_RISEN,
    LEAVING_PROPOSED,
    LEAVING_CONFIRMED,
    LEAVING_REFUSED,
    LEAVING_WAITS,
    EXCLUSION_PROPOSED,
    EXCLUSION_DECIDED,
    NEXT_CONTACT,
    ALARM_DISAPPEARED,
    NOT_TAKEN,
    TASK_GIVEN,
    TASK_TAKEN,
    TASK_FREE,
    TASK_ALERT,
    RIGHT_GRANTED,
    PEOPLE_CHANGED,
    INVITED,
    READING_STOPPED,
    JOB_STUCK;

    private static final Set<Event> CANNOT_WAIT = Set.of(
            SILENCE_ALARM,
            DANGER_ROSE,
            REQUEST_LATE,
            JOB_STUCK,
            ALARM_ON_THE_WAY,
            ALARM_ESCORT_MISSING,
            ALARM_NO_SHOW,
            ALARM_BREACH,
            ALARM_DISAPPEARED,
            ALARM_RISEN);

    /** Whether it cannot wait until somebody reads her mails: somebody is in danger, or an alarm does not run. */
    boolean isAlarm() {
        return CANNOT_WAIT.contains(this);
    }
}
