package fr.acse.console.reads;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.Reveal;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.console.Csv;
import fr.acse.console.cases.Labels;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page <i>Who read what</i> in Cockpit: the reveal log without values. A supervisor sees the role of each reader, a number within the
 * case, and the day. Names, line numbers or exact times could tell the supervisor which shelter the case is in (ADR 40).
 */
@RestController
@RequestMapping("/camunda/api/acse/reads")
record ReadsEndpoint(
        RevealLog reveals,
        ReaderNames names,
        Labels labels,
        AuditLog audit,
        CurrentPerson person,
        People people,
        Days days) {

    /**
     * @param reader role of the reader with a number within the case, or the name if a second person has agreed
     * @param fields labels of the fields that were read
     */
    record Line(LocalDate day, String reader, List<String> fields) {}

    record Page(List<Line> lines, long total, ReaderNames.State names) {}

    record Case(String file) {}

    /** @param mine whether the user made this request; then another person decides */
    record Waiting(UUID id, CaseReference reference, String askedBy, Instant askedAt, boolean mine) {}

    private static final String CASE = "ACSE";
    private static final int PAGE = 50;
    private static final int MOST = 10_000;

    /** Roles in order. If a reader has several of these roles, the first one is shown. */
    private static final List<String> ROLES =
            List.of(Groups.COORDINATION, Groups.SUPERVISORS, Groups.FINANCE, Groups.SHELTERS, Groups.OPERATORS);

    /**
     * @param file case reference; empty for all cases
     * @param from first day in Europe/Paris, such as 2026-11-25; empty for all days
     */
    @GetMapping
    public Page page(
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "0") int page) {
        if (page < 0 || page > MOST) {
            throw new Refusal("range", "page", 0, MOST);
        }
        CaseReference reference = reference(file);
        RevealLog.Asked asked = asked(reference, from);
        return new Page(
                lines(reference, asked, PAGE, page * PAGE),
                reveals.count(asked),
                reference == null ? ReaderNames.State.NONE : names.state(reference, person.login()));
    }

    @GetMapping("/csv")
    public ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String file, @RequestParam(defaultValue = "") String from) {
        CaseReference reference = reference(file);
        audit.add(Act.EXPORTED, person.login(), "reads", file + " " + from);
        // The byte order mark U+FEFF tells spreadsheets that the file is UTF-8.
        String text = "\uFEFF" + Words.of("csv.reads") + "\r\n"
                + lines(reference, asked(reference, from), MOST, 0).stream()
                        .map(line -> Csv.line(
                                List.of(line.day().toString(), line.reader(), String.join(", ", line.fields()))))
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

    /** Requests for names of readers that wait for a second person. */
    @GetMapping("/names")
    public List<Waiting> waiting() {
        return names.waiting(person.login()).stream()
                .map(asked -> new Waiting(
                        asked.id(), asked.reference(), people.nameOf(asked.askedBy()), asked.askedAt(), asked.mine()))
                .toList();
    }

    @PostMapping("/names")
    public ResponseEntity<Void> ask(@RequestBody Case asked) {
        CaseReference reference = reference(asked.file() == null ? "" : asked.file());
        Refusal.unless(reference != null, "caseReference");
        names.ask(reference, person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/names/{id}/agree")
    public ResponseEntity<Void> agree(@PathVariable UUID id) {
        names.agree(id, person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/names/{id}/refuse")
    public ResponseEntity<Void> refuse(@PathVariable UUID id) {
        names.refuse(id, person.login());
        return ResponseEntity.noContent().build();
    }

    private Optional<Instant> namedUntil(CaseReference reference) {
        return reference == null ? Optional.empty() : names.shownUntil(reference, person.login());
    }

    private List<Line> lines(CaseReference reference, RevealLog.Asked asked, int most, int after) {
        Optional<Instant> namedUntil = namedUntil(reference);
        if (namedUntil.isPresent()) {
            NamesInAnswer.allow();
        }
        Map<Login, String> readers = reference == null ? new HashMap<>() : numbered(reference);
        return reveals.latest(asked, most, after).stream()
                .map(reveal -> new Line(
                        days.of(reveal.at()),
                        namedUntil.filter(until -> !reveal.at().isAfter(until)).isPresent()
                                ? people.nameOf(reveal.person())
                                : readers.computeIfAbsent(reveal.person(), this::roleOf),
                        Arrays.stream(reveal.fields().split(","))
                                .map(labels::of)
                                .toList()))
                .toList();
    }

    /** A role with a number for each reader of a case. The numbers follow the order of the first readings. */
    private Map<Login, String> numbered(CaseReference reference) {
        Map<Login, String> readers = new HashMap<>();
        Map<String, Integer> ofRole = new HashMap<>();
        for (Reveal reveal : reveals.of(reference.value())) {
            readers.computeIfAbsent(reveal.person(), reader -> {
                String role = roleOf(reader);
                return role + " " + ofRole.merge(role, 1, Integer::sum);
            });
        }
        return readers;
    }

    /** The role of a reader in words. A reader who has left the network has no role. */
    private String roleOf(Login reader) {
        Set<String> groups = people.groupsOf(reader);
        return ROLES.stream()
                .filter(groups::contains)
                .findFirst()
                .map(role -> Words.of("reads.role." + role))
                .orElse(Words.of("reads.formerReader"));
    }

    /** @return null if {@code file} is empty, which means all cases */
    private CaseReference reference(String file) {
        return Stream.of(file.strip())
                .filter(named -> !named.isEmpty())
                .map(named -> CaseReference.parse(named)
                        .filter(reference -> reference.hasPrefix(CASE))
                        .orElseThrow(() -> new Refusal("readsOfNothing", named)))
                .findFirst()
                .orElse(null);
    }

    private RevealLog.Asked asked(CaseReference reference, String from) {
        return new RevealLog.Asked("", reference == null ? "" : reference.value(), day(from));
    }

    private Instant day(String from) {
        try {
            return from.isBlank() ? Instant.EPOCH : days.start(LocalDate.parse(from.strip()));
        } catch (DateTimeParseException e) {
            throw new Refusal("day", Words.of("reads.from"));
        }
    }
}
