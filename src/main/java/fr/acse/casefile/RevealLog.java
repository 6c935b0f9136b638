package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only log of the persons who read sealed values. A keyed hash binds each line to the previous line. With each line, the head is
 * written to the application's log outside the database. Lines that were removed from the end can be detected with this head.
 */
@Service
public class RevealLog {

    private static final Logger LOG = LoggerFactory.getLogger(RevealLog.class);

    /** Key of the advisory lock in the database. No other lock uses this number. */
    private static final long LOCK = 0x4143_5346L;

    private final JdbcTemplate jdbc;
    private final LastInTransaction last;
    private final Keys keys;
    private final HashChain chain;
    private final Clock clock;

    RevealLog(JdbcTemplate jdbc, LastInTransaction last, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.last = last;
        this.keys = keys;
        this.chain = new HashChain(keys, "reveal");
        this.clock = clock;
    }

    /** Adds a line just before the reading transaction commits. If the line cannot be written, the person gets no values. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Login person, CaseReference reference, Collection<String> fields, String task) {
        add(person, List.of(reference.value()), String.join(",", new TreeSet<>(fields)), task);
    }

    /** Adds one line for each file that a search found or a list shows, or one line without a file if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(Login person, Collection<CaseReference> references, String field, String task) {
        List<String> files = references.stream().map(CaseReference::value).toList();
        add(person, files.isEmpty() ? List.of("") : files, field, task);
    }

    private void add(Login person, List<String> files, String fields, String task) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        last.add(LOCK, () -> write(at, person, files, fields, task), head -> LOG.info("Reveal {}", head));
    }

    /** @return number and hash of the last written line */
    private String write(Instant at, Login person, List<String> files, String fields, String task) {
        List<Reveal> before = jdbc.query("select * from reveal order by number desc limit 1", RevealLog::row);
        long number = before.isEmpty() ? 0 : before.get(0).number();
        byte[] hash = before.isEmpty() ? HashChain.BEGINNING : before.get(0).hash();
        List<Object[]> lines = new ArrayList<>();
        for (String file : files) {
            byte[] previous = hash;
            Reveal line = new Reveal(++number, at, person, file(file), fields, task, previous, HashChain.BEGINNING);
            hash = chain.hash(previous, line.parts());
            lines.add(new Object[] {
                number, at.atOffset(ZoneOffset.UTC), person.value(), line.file(), fields, task, previous, hash
            });
        }
        jdbc.batchUpdate(
                "insert into reveal (number, at, person, file, fields, task, previous, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                lines);
        return HashChain.head(number, hash);
    }

    /**
     * Number of the first line that is wrong or missing, or empty if the log is complete.
     *
     * @param head number and hash of a line that the log must contain, from the application's log, or null
     */
    @Transactional(readOnly = true)
    public Optional<Long> firstBroken(String head) {
        HashChain.Walk walk = chain.walk();
        jdbc.query("select * from reveal order by number", (ResultSet row) -> {
            Reveal line = row(row, 0);
            walk.next(line.number(), line.previous(), line.hash(), line.parts());
        });
        return walk.firstBroken(head);
    }

    /** Number and hash of the last line, for storage outside the database. The value is empty if the log is empty. */
    @Transactional(readOnly = true)
    public Optional<String> head() {
        return jdbc.query("select * from reveal order by number desc limit 1", RevealLog::row).stream()
                .map(line -> HashChain.head(line.number(), line.hash()))
                .findFirst();
    }

    /**
     * A search in the reveal log.
     *
     * @param person typed login, or an empty text for every person
     * @param file typed reference of a file, or an empty text for every file
     */
    public record Asked(String person, String file, Instant from) {}

    private static final String MATCHES =
            " from reveal where at >= ? and (? = '' or person = ?) and (? = '' or file = ?)";

    /** Lines of the log that match a search, the latest first. */
    @Transactional(readOnly = true)
    public List<Reveal> latest(Asked asked, int most, int after) {
        return jdbc.query(
                "select *" + MATCHES + " order by number desc limit ? offset ?",
                RevealLog::row,
                Stream.concat(Arrays.stream(parameters(asked)), Stream.of(most, after))
                        .toArray());
    }

    @Transactional(readOnly = true)
    public long count(Asked asked) {
        return jdbc.queryForObject("select count(*)" + MATCHES, Long.class, parameters(asked));
    }

    private Object[] parameters(Asked asked) {
        return new Object[] {
            asked.from().atOffset(ZoneOffset.UTC), asked.person(), asked.person(), asked.file(), file(asked.file())
        };
    }

    /**
     * The readings of a file, the latest last.
     *
     * @param file typed reference of the file
     */
    @Transactional(readOnly = true)
    public List<Reveal> of(String file) {
        return jdbc.query("select * from reveal where file = ? order by number", RevealLog::row, (Object) file(file));
    }

    private byte[] file(String reference) {
        return index("file|" + reference);
    }

    private byte[] index(String value) {
        return keys.index(value);
    }

    private static Reveal row(ResultSet row, int index) throws SQLException {
        return new Reveal(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Login(row.getString("person")),
                row.getBytes("file"),
                row.getString("fields"),
                row.getString("task"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }
}
