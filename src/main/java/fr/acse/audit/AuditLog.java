package fr.acse.audit;

import fr.acse.casefile.HashChain;
import fr.acse.casefile.Keys;
import fr.acse.casefile.LastInTransaction;
import fr.acse.codes.Login;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only log of acts of people with special permissions. A hash chain protects the audit log like the reveal log. With each line,
 * the head is written to the application's log. Lines that were removed from the end can be detected with this head.
 */
@Service
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int LONGEST = 400;

    /** Key of the advisory lock in the database. No other lock uses this number. */
    private static final long LOCK = 0x4143_5347L;

    private final JdbcTemplate jdbc;
    private final LastInTransaction last;
    private final HashChain chain;
    private final Clock clock;

    AuditLog(JdbcTemplate jdbc, LastInTransaction last, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.last = last;
        this.chain = new HashChain(keys, "audit");
        this.clock = clock;
    }

    /** Adds a line just before the current transaction commits. Without a transaction, the method opens its own. */
    @Transactional
    public void add(Act act, Login person, String subject, String detail) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        last.add(LOCK, () -> write(at, act, person, subject, detail), head -> LOG.info("Audit {}", head));
    }

    private String write(Instant at, Act act, Login person, String subject, String detail) {
        Optional<AuditLine> before = last();
        byte[] previous = before.map(AuditLine::hash).orElse(HashChain.BEGINNING);
        AuditLine line = new AuditLine(
                before.map(AuditLine::number).orElse(0L) + 1,
                at,
                act,
                person,
                cut(subject),
                cut(detail),
                previous,
                HashChain.BEGINNING);
        byte[] hash = chain.hash(previous, line.parts());
        jdbc.update(
                "insert into audit (number, at, act, person, subject, detail, previous, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                line.number(),
                line.at().atOffset(ZoneOffset.UTC),
                act.name(),
                person.value(),
                line.subject(),
                line.detail(),
                previous,
                hash);
        return HashChain.head(line.number(), hash);
    }

    @Transactional
    public void add(Act act, Login person, String subject) {
        add(act, person, subject, "");
    }

    /** Checks the audit log, see {@link HashChain.Walk#firstBroken}. */
    @Transactional(readOnly = true)
    public Optional<Long> firstBroken(String head) {
        HashChain.Walk walk = chain.walk();
        jdbc.query("select * from audit order by number", (ResultSet row) -> {
            AuditLine line = row(row, 0);
            walk.next(line.number(), line.previous(), line.hash(), line.parts());
        });
        return walk.firstBroken(head);
    }

    /** Number and hash of the last line, or empty if the log is empty. */
    @Transactional(readOnly = true)
    public Optional<String> head() {
        return last().map(line -> HashChain.head(line.number(), line.hash()));
    }

    /** The latest lines of the audit log, the latest first. */
    @Transactional(readOnly = true)
    public List<AuditLine> latest(int most) {
        return jdbc.query("select * from audit order by number desc limit ?", AuditLog::row, most);
    }

    private Optional<AuditLine> last() {
        return jdbc.query("select * from audit order by number desc limit 1", AuditLog::row).stream()
                .findFirst();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static AuditLine row(ResultSet row, int index) throws SQLException {
        return new AuditLine(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Act.valueOf(row.getString("act")),
                new Login(row.getString("person")),
                row.getString("subject"),
                row.getString("detail"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }
}
