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
 * Counts how often a person starts processes, searches, copies, hands over tasks or causes mails within an hour. Requests above the limit
 * ({@code acse.pace}) are refused, and the supervisors are told once. Each node counts separately.
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
            // The supervisors could not be told. The next request of the person tries again to tell the supervisors.
            count.decrementAndGet();
            throw notNow;
        }
    }

    /** The refusal of a request above the limit of its kind, or null. */
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
