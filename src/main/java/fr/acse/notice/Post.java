package fr.acse.notice;

import fr.acse.directory.People;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the notices that wait, every second. A mail that cannot be sent is tried again; none is lost. */
@Component
public class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int MOST_AT_ONCE = 1000;

    private record Same(Event event, Audience to) {}

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
                .collect(Collectors.groupingBy(notice -> new Same(notice.event(), notice.to())))
                .values()
                .forEach(this::send);
        return taken.size();
    }

    private void send(List<Notice> same) {
        Collection<String> addresses = people.addressesOf(same.get(0).to().group());
        try {
            mailbox.send(addresses, letters.write(same));
            same.forEach(notice -> notice.sent(clock.instant()));
        } catch (Exception e) {
            // Only its kind: a mail server's words may hold an address.
            LOG.warn(
                    "Mail {} is not sent yet: {}",
                    same.get(0).event(),
                    e.getClass().getSimpleName());
            same.forEach(notice -> notice.failed(clock.instant()));
        }
    }
}
