package fr.acse.notice;

import fr.acse.codes.CaseReference;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;

/** Stores notices in the transaction of an event. The mails are sent shortly after the commit. */
@Service
public class Notices {

    private final WaitingNotices waiting;
    private final Pages pages;
    private final Map<Party, Function<CaseReference, Stream<Audience>>> parties = new EnumMap<>(Party.class);
    private final Clock clock;

    Notices(WaitingNotices waiting, Pages pages, List<PartiesOfCase> parties, Clock clock) {
        this.waiting = waiting;
        this.pages = pages;
        parties.forEach(each -> this.parties.putAll(each.known()));
        Assert.state(this.parties.size() == Party.values().length, "A feature must know each party of a case");
        this.clock = clock;
    }

    /**
     * @param reference reference of the case, or null if the event concerns no case; a {@link Party} needs a case
     * @param moment the time that the notice is about, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Event event, CaseReference reference, Instant moment, Recipient... to) {
        for (Recipient each : to) {
            Stream<Audience> audiences =
                    each instanceof Party party ? parties.get(party).apply(reference) : Stream.of((Audience) each);
            audiences.forEach(audience -> note(event, reference, moment, audience));
        }
    }

    private void note(Event event, CaseReference reference, Instant moment, Audience to) {
        waiting.save(new Notice(to, event, reference, moment, clock.instant()));
        pages.note(to, event, reference == null ? null : reference.value());
    }

    /** Number of notices that are not sent yet. */
    @Transactional(readOnly = true)
    public long waiting() {
        return waiting.countWaiting();
    }
}
