package fr.acse.console.deadlines;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.console.Csv;
import fr.acse.deadline.DeadlineBoard;
import fr.acse.deadline.DeadlineBoard.Filter;
import fr.acse.deadline.DeadlineBoard.Row;
import fr.acse.deadline.DeadlineBoard.Sort;
import fr.acse.deadline.DeadlineBoard.Standing;
import fr.acse.deadline.DeadlineService;
import fr.acse.placement.PlacementFigures;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page <i>Deadlines</i> in Cockpit. {@code doors.txt} allows it for supervisors only. Times are UTC. */
@RestController
@RequestMapping("/camunda/api/acse/deadlines")
@RequiredArgsConstructor
class DeadlinesEndpoint {

    /** @param movable whether a supervisor may move the deadline, with a reason */
    record Clock(
            String job,
            CaseReference reference,
            String kind,
            String step,
            String activity,
            String instance,
            String responsible,
            Instant startedAt,
            Instant dueAt,
            Instant endedAt,
            Standing standing,
            String words,
            boolean movable,
            int moves,
            Instant stuckSince) {}

    record Page(List<Clock> clocks, long total, Map<Standing, Long> standings, long stuck, Instant now) {}

    record Option(String value, String label) {}

    record Options(List<Option> kinds, List<Option> responsible, List<Option> reasons) {}

    /**
     * @param openByHour number of open requests for each hour since they were submitted; the last number counts late requests
     * @param answersByHours number of answers for each six hours that they took; the last number counts late answers
     */
    record Figures(
            List<Long> openByHour,
            List<PlacementFigures.Month> answersByMonth,
            List<Long> answersByHours,
            List<PlacementFigures.Region> load,
            List<PlacementFigures.Asked> asked) {}

    /** @param dueAt new due time in Europe/Paris, such as 2026-11-27T14:00 */
    record NewTime(String dueAt, String reason) {}

    private static final int LARGEST_PAGE = 200;

    private final DeadlineBoard board;
    private final MoveDeadline mover;
    private final PlacementFigures figures;
    private final DeadlineWords words;
    private final AuditLog audit;
    private final CurrentPerson person;
    private final Days days;

    @GetMapping
    public Page page(
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new Refusal("range", "size", 1, LARGEST_PAGE);
        }
        DeadlineBoard.Page found = board.page(filter(asked), sort(asked), isDescending(asked), page, size);
        return new Page(
                found.rows().stream().map(this::clock).toList(),
                found.total(),
                found.standings(),
                found.stuck(),
                found.now());
    }

    /** All deadlines of the filtered list, not only one page, as a CSV file. */
    @GetMapping("/csv")
    public ResponseEntity<byte[]> csv(@RequestParam Map<String, String> asked) {
        Filter filter = filter(asked);
        Sort sort = sort(asked);
        audit.add(Act.EXPORTED, person.login(), "deadlines");
        // The file is complete before it is sent, so that a slow client does not keep a transaction open.
        StringWriter file = new StringWriter();
        // The byte order mark U+FEFF tells spreadsheets that the file is UTF-8.
        file.write("\uFEFF" + Words.of("csv.deadlines") + "\r\n");
        board.each(filter, sort, isDescending(asked), row -> file.write(line(row)));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("deadlines.csv")
                                .build()
                                .toString())
                .body(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/options")
    public Options options() {
        // The answer may name the association that must act, but never the shelter that is asked (ADR 12, 29).
        NamesInAnswer.allow();
        return new Options(
                board.kinds().stream()
                        .map(kind -> new Option(kind, words.kind(kind)))
                        .toList(),
                board.responsible().stream()
                        .map(who -> new Option(who, words.responsible(who)))
                        .sorted(Comparator.comparing(Option::label))
                        .toList(),
                DeadlineService.REASONS.stream()
                        .map(reason -> new Option(reason, Words.of("move." + reason)))
                        .toList());
    }

    @GetMapping("/figures")
    public Figures figures() {
        return new Figures(
                figures.openByHour(),
                figures.answersByMonth(),
                figures.answersByHours(),
                figures.load(),
                figures.asked());
    }

    /** The running deadlines of a process instance, for its diagram. */
    @GetMapping("/of-instance/{instance}")
    public List<Clock> ofInstance(@PathVariable String instance) {
        return board.ofInstance(instance).stream().map(this::clock).toList();
    }

    /** Moves a deadline. The user, the reason, the old time and the new time are recorded. */
    @PutMapping("/{job}/due")
    public ResponseEntity<Void> move(@PathVariable String job, @RequestBody NewTime time) {
        mover.move(job, moment(time.dueAt()), time.reason());
        return ResponseEntity.noContent().build();
    }

    private Instant moment(String local) {
        try {
            return LocalDateTime.parse(local == null ? "" : local)
                    .atZone(days.zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal("moment", Words.of("move.newTime"));
        }
    }

    private static Filter filter(Map<String, String> asked) {
        return new Filter(
                one(Standing.class, asked, "standing").orElse(null),
                text(asked, "kind").orElse(null),
                text(asked, "responsible").orElse(null),
                text(asked, "reference")
                        .map(reference -> reference.strip().toUpperCase(Locale.ROOT))
                        .orElse(null));
    }

    private static Sort sort(Map<String, String> asked) {
        return one(Sort.class, asked, "sort").orElse(Sort.MOST_URGENT);
    }

    private static boolean isDescending(Map<String, String> asked) {
        return "desc".equals(asked.get("order"));
    }

    private static Optional<String> text(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name)).filter(value -> !value.isBlank());
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> choices, Map<String, String> asked, String name) {
        return text(asked, name)
                .map(value -> Arrays.stream(choices.getEnumConstants())
                        .filter(each -> each.name().equals(value))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("filter", name)));
    }

    private Clock clock(Row row) {
        return new Clock(
                row.job(),
                row.reference(),
                words.kind(row.kind()),
                words.step(row),
                row.activity(),
                row.instance(),
                words.responsible(row.responsible()),
                row.startedAt(),
                row.dueAt(),
                row.endedAt(),
                row.standing(),
                words.standing(row),
                row.movable(),
                row.moves(),
                row.stuckSince());
    }

    private String line(Row row) {
        DateTimeFormatter times =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(days.zone());
        return Csv.line(List.of(
                row.reference() == null ? "" : row.reference().value(),
                words.kind(row.kind()),
                words.step(row),
                words.responsible(row.responsible()),
                times.format(row.startedAt()),
                times.format(row.dueAt()),
                words.standing(row)));
    }
}
