package fr.acse.residence;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps titles, receipts and certificates with their days. The step that records one starts its clock. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class TitleService {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int DAILY = 6;

    private final Titles titles;
    private final TrackService tracks;
    private final Notices notices;
    private final Days days;

    /**
     * What was recorded.
     *
     * @param followed ids of the titles whose place it takes: nobody has to watch their last day any more
     * @param revived ids of titles that a wrong one had taken the place of: their last days are watched again
     * @param isLongest whether no other title of the track lasts longer
     */
    public record Recorded(int title, List<Integer> followed, List<Integer> revived, boolean isLongest) {}

    /**
     * Keeps a title of a track. It takes the place of titles that end no later, without a gap between them. A title that ends later stays.
     */
    public Recorded record(int track, Printed printed) {
        List<Title> earlier = running(track);
        Title title = keep(track, printed);
        List<Title> followed = earlier.stream().filter(title::takesThePlaceOf).toList();
        followed.forEach(each -> each.end("followed"));
        return recorded(title, followed, List.of(), earlier);
    }

    /** Replaces a title that was recorded with a wrong kind, wrong days, or both. */
    public Recorded correct(int wrong, Printed printed) {
        Title old = get(wrong);
        List<Title> earlier = running(old.track());
        Title title = keep(old.track(), printed);
        List<Title> revived = old.endedAs() == null ? revived(title) : List.of();
        old.end("corrected");
        return recorded(title, List.of(old), revived, earlier);
    }

    private List<Title> running(int track) {
        return titles.findByTrackAndEndedAsIsNullOrderById(track);
    }

    private Title keep(int track, Printed printed) {
        return titles.save(new Title(tracks.get(track), printed, days.now()));
    }

    /**
     * Finds the title to correct by its first day as it was recorded.
     *
     * @param kind the right kind: of several titles that begin on that day, the one of this kind is meant, or else one that runs
     * @throws Refusal if the track has none, naming those that it has
     */
    public Title toCorrect(int track, LocalDate from, String kind) {
        List<Title> known = Stream.concat(
                        running(track).stream(), titles.findByTrackAndEndedAsOrderById(track, "followed").stream())
                .filter(each -> !each.isCertificate())
                .toList();
        List<Title> meant =
                known.stream().filter(each -> each.firstDay().equals(from)).toList();
        Refusal.unless(!known.isEmpty(), "noTitleToCorrect");
        Refusal.unless(
                !meant.isEmpty(),
                "nothingToCorrect",
                Words.day(from),
                known.stream()
                        .map(each -> Words.day(each.firstDay()))
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return last(meant, each -> each.kind().equals(kind))
                .or(() -> last(meant, each -> each.endedAs() == null))
                .orElse(meant.get(meant.size() - 1));
    }

    private static Optional<Title> last(List<Title> titles, Predicate<Title> which) {
        return titles.stream().filter(which).reduce((one, later) -> later);
    }

    /** Whether another person has corrected the title meanwhile. */
    public boolean isCorrected(int title) {
        return "corrected".equals(get(title).endedAs());
    }

    /** The last running title of a kind, if the model names none or it was corrected meanwhile. @throws Refusal if none runs */
    public Title lastOfKind(int track, String kind) {
        return last(running(track), each -> each.kind().equals(kind))
                .orElseThrow(() -> new Refusal("noTitleToCorrect"));
    }

    /** Replaced titles that last longer than the right one. They run again. */
    private List<Title> revived(Title right) {
        LocalDate today = days.today();
        List<Title> again = titles.findByTrackAndEndedAsOrderById(right.track(), "followed").stream()
                .filter(each -> each.lastDay().isAfter(right.lastDay())
                        && !each.lastDay().isBefore(today))
                .toList();
        again.forEach(each -> each.end(null));
        return again;
    }

    private static Recorded recorded(Title title, List<Title> followed, List<Title> revived, List<Title> earlier) {
        boolean isLongest = earlier.stream()
                .filter(each -> !followed.contains(each) && each.isTitle())
                .noneMatch(each -> each.lastDay().isAfter(title.lastDay()));
        return new Recorded(
                title.id(),
                followed.stream().map(Title::id).toList(),
                revived.stream().map(Title::id).toList(),
                isLongest && revived.stream().noneMatch(Title::isTitle));
    }

    /** The title of a track that lasts longest. Receipts and certificates are no titles. */
    public Optional<Printed> longest(int track) {
        return running(track).stream()
                .filter(Title::isTitle)
                .max(Comparator.comparing(Title::lastDay))
                .map(Title::printed);
    }

    /** Keeps the last day of a certificate of domicile. */
    public Recorded recordCertificate(int track, LocalDate until) {
        LocalDate today = days.today();
        Refusal.unless(!until.isBefore(today), "certificateOver", Words.day(until));
        return record(track, new Printed(Printed.CERTIFICATE, today, until, null));
    }

    /** She is domiciled elsewhere now, without a certificate: those of other places are not watched any more. @return their ids */
    public List<Integer> endCertificatesBut(int track, String domicile) {
        List<Title> before = running(track).stream()
                .filter(each -> each.isCertificate() && !domicile.equals(each.domicile()))
                .toList();
        before.forEach(each -> each.end("over"));
        return before.stream().map(Title::id).toList();
    }

    /** When the follower of the track is told next: two months, one month and one week before its last day, and daily from then. */
    public Instant nextReminder(int title) {
        LocalDate last = get(title).lastDay();
        Stream<LocalDate> reminders = Stream.concat(
                Stream.of(last.minusMonths(2), last.minusMonths(1), last.minusWeeks(1)),
                IntStream.rangeClosed(0, DAILY).mapToObj(left -> last.minusDays(DAILY - left)));
        return reminders
                .map(day -> days.at(day, MORNING))
                .filter(moment -> moment.isAfter(days.now()))
                .findFirst()
                .orElseGet(() -> end(last).isAfter(days.now()) ? end(last) : days.now());
    }

    /** Whether the title is over and another one of the case lasts longer. Then it ends as followed, and nobody has to act. */
    public boolean isCovered(int title) {
        Title watched = get(title);
        LocalDate today = days.today();
        boolean covered = !end(watched.lastDay()).isAfter(days.now())
                && !watched.isCertificate()
                && of(watched.reference()).stream()
                        .filter(each -> each.isHeld() && !each.isCertificate())
                        .anyMatch(each -> each.lastDay().isAfter(watched.lastDay())
                                && !each.firstDay().isAfter(today));
        if (covered) {
            watched.end("followed");
        }
        return covered;
    }

    /** Tells the follower of the track and, when it is over, the coordination, which can call her, and supervisors. @return whether it is over */
    public boolean remind(int title) {
        Title watched = get(title);
        boolean isOver = !end(watched.lastDay()).isAfter(days.now());
        Event event = isOver ? Event.TITLE_OVER : Event.TITLE_ENDS;
        Instant end = end(watched.lastDay());
        notices.tell(
                event, watched.reference(), end, tracks.get(watched.track()).audience());
        if (isOver) {
            notices.tell(event, watched.reference(), end, Audience.coordination(), Audience.supervisors());
        }
        return isOver;
    }

    /** From now on nobody watches its last day. */
    public void end(int title, String as) {
        get(title).end(as);
    }

    /** Whether she holds a card that a final conviction gave her. */
    public boolean holdsResidentCard(CaseReference reference) {
        LocalDate today = days.today();
        return of(reference).stream()
                .filter(each -> each.kind().equals("card")
                        && each.isHeld()
                        && !each.lastDay().isBefore(today))
                .anyMatch(each -> tracks.get(each.track()).route().equals("residentCard"));
    }

    /** @throws Refusal if no running card of the track lasts as long as its other running titles */
    public void requireCard(int track) {
        List<Title> running =
                running(track).stream().filter(each -> !each.isCertificate()).toList();
        LocalDate last = running.stream()
                .map(Title::lastDay)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        LocalDate today = days.today();
        Refusal.unless(
                running.stream()
                        .anyMatch(each -> each.kind().equals("card")
                                && !each.lastDay().isBefore(last)
                                && !each.lastDay().isBefore(today)),
                "lastingWithoutCard");
    }

    /** Leaves it to her to watch the last days of a track's titles. @return their ids */
    public List<Integer> handOver(int track) {
        List<Title> hers = running(track);
        hers.forEach(each -> each.end("handedToHer"));
        return hers.stream().map(Title::id).toList();
    }

    /** First moment at which something whose last day this is no longer holds. */
    public Instant end(LocalDate lastDay) {
        return days.start(lastDay.plusDays(1));
    }

    public List<Title> of(CaseReference reference) {
        return titles.findByReferenceOrderById(reference);
    }

    public Title get(int title) {
        return titles.findById(title).orElseThrow(() -> new Refusal("noSuchTitle"));
    }
}
