package fr.acse.notice;

import java.util.Arrays;
import java.util.List;

/** Notices that models send, each with its recipients and the variable that holds the moment of the notice. */
public enum Reminder {
    PAYMENT_WAITS(null, Audience.finance()),
    DOUBLE_WAITS(null, Audience.coordination(), Audience.supervisors()),
    HOLD_WARNING("holdExpiresAt", Party.ASSOCIATION, Party.HOLDING_SHELTER),
    COMMITMENT_DUE("commitmentDueAt", Party.ASSOCIATION),
    PROTECTION_WAITS(null, Audience.coordination(), Audience.supervisors()),
    NEXT_CONTACT(null, Party.ASSOCIATION),
    HER_REQUEST_SOON("requestDueAt", Audience.coordination()),
    HER_REQUEST_LATE("requestDueAt", Audience.coordination(), Audience.supervisors()),
    AUTHORITY_SOON("authorityDueAt", Audience.coordination(), Audience.supervisors());

    private final String about;
    private final List<Recipient> recipients;

    Reminder(String about, Recipient... recipients) {
        this.about = about;
        this.recipients = Arrays.asList(recipients);
    }

    /** Name of the variable with the moment, or null if the notice has no moment. */
    public String about() {
        return about;
    }

    public Event event() {
        return Event.valueOf(name());
    }

    public Recipient[] recipients() {
        return recipients.toArray(new Recipient[0]);
    }
}
