package fr.acse.console.reads;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.Reveal;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The names of the people who read a case. A supervisor requests the names, and a second person agrees. The supervisor then sees the names
 * for 7 days, and each reader is notified. Because the names can tell which shelter the case is in, one person alone cannot see them.
 */
@Service
@RequiredArgsConstructor
class ReaderNames {

    private static final Duration SHOWN_FOR = Duration.ofDays(7);

    /** The state of the last request of a supervisor for the names of a case. */
    enum State {
        NONE,
        WAITING,
        SHOWN,
        REFUSED
    }

    /** @param mine whether the user made this request; then another person decides */
    record Waiting(UUID id, CaseReference reference, Login askedBy, Instant askedAt, boolean mine) {}

    private final JdbcTemplate jdbc;
    private final RevealLog reveals;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    /**
     * Requests the names of the readers of a case. A second request has no effect while the first one waits.
     *
     * @throws Refusal if the case does not exist
     */
    @Transactional
    public void ask(CaseReference reference, Login by) {
        Refusal.unless(
                !jdbc.queryForList("select 1 from case_file where reference = ?", reference.value())
                        .isEmpty(),
                "readsOfNothing",
                reference.value());
        int noted = jdbc.update(
                "insert into reader_names (id, reference, asked_by, asked_at) values (?, ?, ?, ?) on conflict do nothing",
                UUID.randomUUID(),
                reference.value(),
                by.value(),
                now());
        if (noted == 1) {
            audit.add(Act.NAMES_ASKED, by, reference.value());
            Stream.of(Audience.supervisors(), Audience.coordination())
                    .forEach(who -> notices.tell(Event.NAMES_ASKED, reference, clock.instant(), who));
        }
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting(Login me) {
        return jdbc.query(
                "select * from reader_names where agreed_at is null and refused_at is null order by asked_at",
                (row, number) -> row(row, me));
    }

    /** @throws Refusal if the user made the request, or a decision exists */
    @Transactional
    public void agree(UUID id, Login by) {
        Waiting asked = lock(id, by);
        jdbc.update("update reader_names set agreed_by = ?, agreed_at = ? where id = ?", by.value(), now(), id);
        audit.add(
                Act.NAMES_SHOWN, by, asked.reference().value(), asked.askedBy().value());
        reveals.of(asked.reference().value()).stream()
                .map(Reveal::person)
                .distinct()
                .filter(reader -> !reader.equals(asked.askedBy()))
                .forEach(reader -> notices.tell(
                        Event.READER_NAMED, null, clock.instant(), Audience.person(reader, Audience.Role.OPERATORS)));
    }

    /** @throws Refusal if the user made the request, or a decision exists */
    @Transactional
    public void refuse(UUID id, Login by) {
        Waiting asked = lock(id, by);
        jdbc.update("update reader_names set refused_by = ?, refused_at = ? where id = ?", by.value(), now(), id);
        audit.add(
                Act.NAMES_REFUSED,
                by,
                asked.reference().value(),
                asked.askedBy().value());
    }

    @Transactional(readOnly = true)
    public State state(CaseReference reference, Login person) {
        return jdbc
                .queryForList(
                        "select case when agreed_at > ? then 'SHOWN' when refused_at is not null then 'REFUSED'"
                                + " when agreed_at is null then 'WAITING' else 'NONE' end"
                                + " from reader_names where reference = ? and asked_by = ? order by asked_at desc limit 1",
                        String.class,
                        Timestamp.from(clock.instant().minus(SHOWN_FOR)),
                        reference.value(),
                        person.value())
                .stream()
                .findFirst()
                .map(State::valueOf)
                .orElse(State.NONE);
    }

    /** The time of the agreement; empty if the user sees no names. The user sees no later readers, because they were not notified. */
    @Transactional(readOnly = true)
    public Optional<Instant> shownUntil(CaseReference reference, Login to) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select max(agreed_at) from reader_names where reference = ? and asked_by = ? and agreed_at > ?",
                        Timestamp.class,
                        reference.value(),
                        to.value(),
                        Timestamp.from(clock.instant().minus(SHOWN_FOR))))
                .map(Timestamp::toInstant);
    }

    private Waiting lock(UUID id, Login by) {
        Waiting asked = jdbc
                .query(
                        "select * from reader_names where id = ? and agreed_at is null and refused_at is null for update",
                        (row, number) -> row(row, by),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("rightDecided"));
        Refusal.unless(!asked.mine(), "namesSecondPerson");
        return asked;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Waiting row(ResultSet row, Login me) throws SQLException {
        Login askedBy = new Login(row.getString("asked_by"));
        return new Waiting(
                row.getObject("id", UUID.class),
                new CaseReference(row.getString("reference")),
                askedBy,
                row.getTimestamp("asked_at").toInstant(),
                askedBy.equals(me));
    }
}
