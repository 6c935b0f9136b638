package fr.acse.notice;

import fr.acse.platform.identity.People;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the notices that wait, every second. An address that could not be reached is tried again, and the others do
 * not get the mail twice. After three days it is given up, and the log says so.
 */
@Component
public class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int MOST_AT_ONCE = 1000;

    private record Same(Event event, Audience to, Set<String> stillTo) {}

    private final WaitingNotices waiting;
    private final Letters letters;
    private final Mailbox mailbox;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Post(
            WaitingNotices waiting,
            Letters letters,
            Mailbox mailbox,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.waiting = waiting;
        this.letters = letters;
        this.mailbox = mailbox;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${acse.mail.every}")
    public void send() {
        Integer taken;
        do {
            taken = transaction.execute(status -> sendSome());
        } while (taken != null && taken == MOST_AT_ONCE);
    }

    private int sendSome() {
        List<Notice> taken = waiting.take(clock.instant(), MOST_AT_ONCE);
        taken.stream()
                .collect(Collectors.groupingBy(notice -> new Same(notice.event(), notice.to(), notice.stillTo())))
                .forEach(this::send);
        return taken.size();
    }

    private void send(Same which, List<Notice> notices) {
        Set<String> addresses =
                which.stillTo().isEmpty() ? people.addressesOf(which.to().group()) : which.stillTo();
        Set<String> unreached = mailbox.send(addresses, letters.write(notices));
        Instant now = clock.instant();
        if (!addresses.isEmpty() && unreached.isEmpty()) {
            notices.forEach(notice -> notice.sent(now));
            return;
        }
        long tried =
                notices.stream().filter(notice -> notice.failed(unreached, now)).count();
        // Logs the role, not the addresses or the group, which may say who works where.
        LOG.warn(
                "Mail {} to {} has not reached {} of {} addresses; it is tried again for {} of {} notices",
                which.event(),
                which.to().role(),
                unreached.size(),
                addresses.size(),
                tried,
                notices.size());
    }
}
