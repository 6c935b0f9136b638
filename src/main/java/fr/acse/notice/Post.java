package fr.acse.notice;

import fr.acse.platform.identity.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the waiting notices every second. A retry goes only to the addresses that have not got the mail. After three days, a notice is
 * given up, and a warning is logged. No transaction waits for the mail server: a node reserves notices for two minutes, sends them, and
 * stores the results. If the node stops in between, another node sends the notices again.
 */
@Component
@RequiredArgsConstructor
public class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int MOST_AT_ONCE = 1000;
    private static final Duration TAKEN_FOR = Duration.ofMinutes(2);

    /** Number of addresses for each batch. A mail server that does not answer causes a timeout of ten seconds for each address. */
    private static final int MOST_ADDRESSES = 5;

    private record Same(Event event, Audience to, Set<String> stillTo) {}

    private final WaitingNotices waiting;
    private final Letters letters;
    private final Mailbox mailbox;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${acse.mail.every}")
    public void send() {
        int taken;
        do {
            taken = sendSome();
        } while (taken == MOST_AT_ONCE);
    }

    private int sendSome() {
        Instant now = clock.instant();
        Instant until = now.plus(TAKEN_FOR);
        List<Notice> taken = transaction.execute(status -> {
            List<Notice> due = waiting.take(now, MOST_AT_ONCE);
            due.forEach(notice -> notice.takenUntil(until));
            return due;
        });
        taken.stream()
                .collect(Collectors.groupingBy(notice -> new Same(notice.event(), notice.to(), notice.stillTo())))
                .forEach((which, notices) -> send(which, notices, until));
        return taken.size();
    }

    private void send(Same which, List<Notice> notices, Instant takenUntil) {
        // An invitation is always sent to the person's current address, because the earlier address may have been
        // mistyped.
        boolean toAll = which.stillTo().isEmpty() || which.event() == Event.INVITED;
        List<String> addresses = List.copyOf(toAll ? addressesOf(which.to()) : which.stillTo());
        Letters.Letter letter = letters.write(notices);
        Set<String> unreached = new HashSet<>(addresses);
        Instant until = takenUntil;
        for (int from = 0; from < addresses.size(); from += MOST_ADDRESSES) {
            Instant longer = clock.instant().plus(TAKEN_FOR);
            if (!keepFor(notices, until, longer)) {
                // The reservation expired during the sending, and another node has taken the notices.
                return;
            }
            until = longer;
            List<String> some = addresses.subList(from, Math.min(from + MOST_ADDRESSES, addresses.size()));
            some.forEach(unreached::remove);
            unreached.addAll(mailbox.send(some, letter));
        }
        settle(which, notices, addresses.size(), unreached);
    }

    private Collection<String> addressesOf(Audience to) {
        return to.person() == null
                ? people.addressesOf(to.group())
                : people.addressOf(to.person()).stream().toList();
    }

    /** Extends the reservation of the notices. @return false if this node has lost the reservation of at least one notice */
    private boolean keepFor(List<Notice> notices, Instant until, Instant longer) {
        List<Long> ids = notices.stream().map(Notice::id).toList();
        return until.equals(longer)
                || Boolean.TRUE.equals(
                        transaction.execute(status -> waiting.keepFor(ids, until, longer) == notices.size()));
    }

    private void settle(Same which, List<Notice> notices, int addresses, Set<String> unreached) {
        Instant now = clock.instant();
        // A right begins only after somebody got the mail about it, so a mail without a recipient counts as failed.
        boolean mustBeTold = which.event() == Event.RIGHT_GRANTED && addresses == 0;
        if (unreached.isEmpty() && !mustBeTold) {
            notices.forEach(notice -> notice.sent(now));
            keep(notices);
            if (addresses == 0) {
                LOG.warn(
                        "Mail {} to {} went to nobody: nobody there has a mail address",
                        which.event(),
                        which.to().role());
            }
            return;
        }
        long tried =
                notices.stream().filter(notice -> notice.failed(unreached, now)).count();
        keep(notices);
        // The log names the role and not the addresses or the group, which could reveal where a person works.
        LOG.warn(
                "Mail {} to {} has not reached {} of {} addresses; it is tried again for {} of {} notices",
                which.event(),
                which.to().role(),
                unreached.size(),
                addresses,
                tried,
                notices.size());
    }

    /** Stores the results of the sending. A notice that was erased in the meantime stays erased. */
    private void keep(List<Notice> notices) {
        Map<Long, Notice> byId = notices.stream().collect(Collectors.toMap(Notice::id, Function.identity()));
        transaction.executeWithoutResult(
                status -> waiting.findAllById(byId.keySet()).forEach(kept -> kept.becomesAs(byId.get(kept.id()))));
    }
}
