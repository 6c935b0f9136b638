package fr.acse.notice;

import fr.acse.codes.CaseReference;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people by mail what happened: it is noted with what happened, and sent soon after. */
@Service
public class Notices {

    private final WaitingNotices waiting;
    private final Pages pages;
    private final Clock clock;

    Notices(WaitingNotices waiting, Pages pages, Clock clock) {
        this.waiting = waiting;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param moment the time that the notice is about, or null */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Audience to, Event event, CaseReference reference, Instant moment) {
        waiting.save(new Notice(to, event, reference, moment, clock.instant()));
        pages.note(to, event, reference == null ? null : reference.value());
    }

    /** How many are not sent yet. */
    @Transactional(readOnly = true)
    public long waiting() {
        return waiting.countWaiting();
    }
}
