package fr.acse.notice;

import fr.acse.platform.door.PaceNews;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a mail to the supervisors when a person exceeds the permitted rate of requests. */
@Component
@RequiredArgsConstructor
class PaceMail implements PaceNews {

    private final Notices notices;
    private final Clock clock;

    @Override
    @Transactional
    public void stopped() {
        notices.tell(Event.PACE_STOPPED, null, clock.instant(), Audience.supervisors());
    }
}
