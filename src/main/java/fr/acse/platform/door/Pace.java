package fr.acse.platform.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import lombok.RequiredArgsConstructor;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Counts how often a person starts, searches, copies, hands over or causes mails within an hour. Requests beyond the need of daily work
 * are refused, and the supervisors are told once. Each node counts for itself.
 */
@Component
@RequiredArgsConstructor
class Pace {

    private static final Duration COUNTED = Duration.ofHours(1);
    private static final int MOST_PEOPLE = 10_000;

    private final Environment settings;
    private final AuditLog audit;
    private final PaceNews news;
    private final LoadingCache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .expireAfterWrite(COUNTED)
            .maximumSize(MOST_PEOPLE)
            .build(any -> new AtomicInteger());

    private void tell(Login person, String kind, AtomicInteger count) {
        try {
            audit.add(Act.PACE_STOPPED, person, kind);
            news.stopped();
        } catch (RuntimeException notNow) {
            // Her next request tells the supervisors.
            count.decrementAndGet();
            throw notNow;
        }
    }

    /** The refusal of a request that comes too often, or null. */
    Refused refused(DoorRequest knock) {
        String kind = knock.door().pace();
        if (kind == null || knock.person() == null) {
            return null;
        }
        Login person = knock.person();
        int most = settings.getRequiredProperty("acse.pace." + kind, Integer.class);
        AtomicInteger count = counts.get(kind + " " + person);
        int now = count.incrementAndGet();
        if (now == most + 1) {
            tell(person, kind, count);
        }
        return now <= most ? null : new Refused(HttpStatus.TOO_MANY_REQUESTS, "pace");
    }
}
