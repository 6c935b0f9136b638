package fr.acse.console.reads;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.Reveal;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.console.Csv;
import fr.acse.console.cases.Labels;
import fr.acse.platform.form.FileNames;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page <i>Who read what</i> in Cockpit: the reveal log without values. It names files by a keyed hash; a person
 * who knows a case reference or the code of a shelter can search for it.
 */
@RestController
@RequestMapping("/camunda/api/acse/reads")
class ReadsEndpoint {

    /** @param fields what the forms call what was read */
    record Line(long number, Instant at, Login person, List<String> fields) {}

    record Page(List<Line> lines, long total) {}

    private static final int PAGE = 50;
    private static final int MOST = 10_000;

    private final RevealLog reveals;
    private final List<FileNames> names;
    private final Labels labels;
    private final AuditLog audit;
    private final CurrentPerson person;
    private final People people;
    private final ZoneId zone;

    ReadsEndpoint(
            RevealLog reveals,
            List<FileNames> names,
            Labels labels,
            AuditLog audit,
            CurrentPerson person,
            People people,
            ZoneId zone) {
        this.reveals = reveals;
        this.names = names;
        this.labels = labels;
        this.audit = audit;
        this.person = person;
        this.people = people;
        this.zone = zone;
    }

    /**
     * @param reader login, or nothing for everybody
     * @param file case reference or code of a shelter, or nothing for all
     * @param from first day in Europe/Paris, as in 2026-11-25, or nothing
     */
    @GetMapping
    public Page page(
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "0") int page) {
        if (page < 0 || page > MOST) {
            throw new Refusal("range", "page", 0, MOST);
        }
        RevealLog.Asked asked = asked(reader, file, from);
        return new Page(lines(asked, PAGE, page * PAGE), reveals.count(asked));
    }

    @GetMapping("/csv")
    public ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String from) {
        audit.add(Act.EXPORTED, person.login(), "reads", reader + " " + file + " " + from);
        DateTimeFormatter times =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
        // The mark by which spreadsheets know UTF-8.
        String text = "\uFEFF" + Words.of("csv.reads") + "\r\n"
                + lines(asked(reader, file, from), MOST, 0).stream()
                        .map(line -> Csv.line(List.of(
                                Long.toString(line.number()),
                                times.format(line.at()),
                                line.person().value(),
                                String.join(", ", line.fields()))))
                        .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("who-read-what.csv")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Line> lines(RevealLog.Asked asked, int most, int after) {
        return reveals.latest(asked, most, after).stream().map(this::line).toList();
    }

    private Line line(Reveal reveal) {
        return new Line(
                reveal.number(),
                reveal.at(),
                reveal.person(),
                Arrays.stream(reveal.fields().split(",")).map(labels::of).toList());
    }

    private RevealLog.Asked asked(String reader, String file, String from) {
        String named = file.strip();
        String reference = named.isEmpty()
                ? ""
                : names.stream()
                        .flatMap(each -> each.fileOf(named).stream())
                        .findFirst()
                        .or(() -> CaseReference.parse(named))
                        .map(CaseReference::value)
                        .orElseThrow(() -> new Refusal("readsOfNothing", named));
        RevealLog.Asked asked = new RevealLog.Asked(reader.strip(), reference, day(from));
        requireReader(asked.person());
        return asked;
    }

    /** "No reading" of a login that is mistyped would be a false comfort. Whoever is gone may have read. */
    private void requireReader(String login) {
        if (!login.isEmpty()
                && !people.exists(login)
                && reveals.count(new RevealLog.Asked(login, "", Instant.EPOCH)) == 0) {
            throw new Refusal("readsByNobody", login);
        }
    }

    private Instant day(String from) {
        try {
            return from.isBlank()
                    ? Instant.EPOCH
                    : LocalDate.parse(from.strip()).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal("day", Words.of("reads.from"));
        }
    }
}
