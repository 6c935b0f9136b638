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

/** Stores titles, receipts and certificates with their days, and sends reminders of their last days. */
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
     * The result of recording a title.
     *
     * @param followed ids of the titles that the new title replaces; their last days are not watched any more
     * @param revived ids of titles that a wrong title had replaced; their last days are watched again
     * @param isLongest true if no other title of the track is valid longer
     */
    public record Recorded(int title, List<Integer> followed, List<Integer> revived, boolean isLongest) {}

    /**
     * Stores a title of a track. The new title replaces titles that end on the same day or earlier, if there is no gap between them. A
     * title that ends later is not replaced.
     */
    public Recorded record(int track, Printed printed) {
        List<Title> earlier = running(track);
        Title title = keep(track, printed);
        List<Title> followed = earlier.stream().filter(title::takesThePlaceOf).toList();
        followed.forEach(each -> each.end("followed"));
        return recorded(title, followed, List.of(), earlier);
    }

    /** Replaces a title that was recorded with a wrong kind or wrong days. */
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
     * Finds the wrong title by its recorded first day.
     *
     * @param kind the right kind; if several titles begin on that day, a title of this kind is taken, otherwise a running one
     * @throws Refusal if no title of the track begins on that day; the error names the first days of the known titles
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

    /** True if another user has corrected the title in the meantime. */
    public boolean isCorrected(int title) {
        return "corrected".equals(get(title).endedAs());
    }

    /** The latest running title of a kind, if the process names no title or it was corrected meanwhile. @throws Refusal if none runs */
    public Title lastOfKind(int track, String kind) {
        return last(running(track), each -> each.kind().equals(kind))
                .orElseThrow(() -> new Refusal("noTitleToCorrect"));
    }

    /** Replaced titles that end later than the right one and are still valid. Their last days are watched again. */
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

    /** The title of a track with the latest last day. Receipts and certificates do not count. */
    public Optional<Printed> longest(int track) {
        return running(track).stream()
                .filter(Title::isTitle)
                .max(Comparator.comparing(Title::lastDay))
                .map(Title::printed);
    }

    /** Stores the last day of a certificate of domicile. */
    public Recorded recordCertificate(int track, LocalDate until) {
        LocalDate today = days.today();
        Refusal.unless(!until.isBefore(today), "certificateOver", Words.day(until));
        return record(track, new Printed(Printed.CERTIFICATE, today, until, null));
    }

    /** Ends the certificates of other addresses after the woman's domicile changed without a new certificate. @return their ids */
    public List<Integer> endCertificatesBut(int track, String domicile) {
        List<Title> before = running(track).stream()
                .filter(each -> each.isCertificate() && !domicile.equals(each.domicile()))
                .toList();
        before.forEach(each -> each.end("over"));
        return before.stream().map(Title::id).toList();
    }

    /** The time of the next reminder: two months, one month and one week before the last day, then daily from six days before it. */
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

    /** True if the title is over and another valid title of the case ends later. The title then ends with the state followed. */
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

    /** Tells the follower of the track; after the last day, also the coordination and the supervisors. @return true if the title is over */
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

    /** Ends the title: its last day is not watched any more. */
    public void end(int title, String as) {
        get(title).end(as);
    }

    /** True if the woman holds a valid resident card from a track of the route {@code residentCard}. */
    public boolean holdsResidentCard(CaseReference reference) {
        LocalDate today = days.today();
        return of(reference).stream()
                .filter(each -> each.kind().equals("card")
                        && each.isHeld()
                        && !each.lastDay().isBefore(today))
                .anyMatch(each -> tracks.get(each.track()).route().equals("residentCard"));
    }

    /** @throws Refusal if the track has no valid card that ends as late as its other running titles */
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

    /** Ends the reminders for the titles of a track, because the woman watches the last days herself. @return their ids */
    public List<Integer> handOver(int track) {
        List<Title> hers = running(track);
        hers.forEach(each -> each.end("handedToHer"));
        return hers.stream().map(Title::id).toList();
    }

    /** The first moment after a last day: the start of the next day. */
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
