package fr.acse.notice;

import fr.acse.platform.door.PaceNews;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the supervisors by mail that somebody does something too often. */
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
