package fr.acse.platform.rights;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of requests for rights: open, granted and refused. */
@Component
record RightTable(JdbcTemplate jdbc, AuditLog audit, Clock clock) {

    private static final String GRANTED =
            "select * from right_request where granted_at is not null and begun_at is null";

    /**
     * @param away whether the right is to be taken away
     * @param grantedAt when it was granted, or null; the right begins when the coordination has been told
     */
    record Right(
            UUID id,
            Login login,
            String group,
            boolean away,
            Login askedBy,
            Instant askedAt,
            Login grantedBy,
            Instant grantedAt) {}

    /** Takes a lock, so that two people who leave at once are counted one after the other. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtext('leaving'))", ignored -> {});
    }

    /** Adds a request, unless the same one is open already. */
    void ask(Login login, String group, boolean away, Login by) {
        int noted = jdbc.update(
                "insert into right_request (id, login, group_name, away, asked_by, asked_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                UUID.randomUUID(),
                login.value(),
                group,
                away,
                by.value(),
                now());
        if (noted == 1) {
            audit.add(away ? Act.RIGHT_AWAY_ASKED : Act.RIGHT_ASKED, by, login.value(), group);
        }
    }

    List<Right> open() {
        return jdbc.query(
                "select * from right_request where refused_at is null and begun_at is null order by asked_at",
                RightTable::row);
    }

    /** Rights that begin when the coordination has been told. */
    List<Right> granted() {
        return jdbc.query(GRANTED + " and not away", RightTable::row);
    }

    /** Locks the rights that it returns, so that only one node gets each of them. */
    List<Right> takeGranted() {
        return jdbc.query(GRANTED + " for update skip locked", RightTable::row);
    }

    /** Locks a request that is not decided yet. */
    Optional<Right> take(UUID id) {
        return jdbc
                .query(
                        "select * from right_request where id = ? and granted_at is null and refused_at is null for update",
                        RightTable::row,
                        id)
                .stream()
                .findFirst();
    }

    void grant(Right right, Login by) {
        jdbc.update(
                "update right_request set granted_by = ?, granted_at = ? where id = ?", by.value(), now(), right.id());
        log(right.login(), right.group(), by);
    }

    /** Logs a right, also one that was granted without a request. */
    void log(Login login, String group, Login by) {
        audit.add(Act.RIGHT_GRANTED, by, login.value(), group);
    }

    void begun(Right right) {
        jdbc.update("update right_request set begun_at = ? where id = ?", now(), right.id());
    }

    void refuse(Right right, Login by) {
        jdbc.update(
                "update right_request set refused_by = ?, refused_at = ? where id = ?", by.value(), now(), right.id());
        audit.add(Act.RIGHT_REFUSED, by, right.login().value(), right.group());
    }

    /** Withdraws the open requests for a person, and the rights that were granted and have not begun. Requests to take away stay. */
    void withdraw(Login login) {
        jdbc.update(
                "update right_request set refused_by = asked_by, refused_at = ? where login = ? and not away and refused_at is null"
                        + " and granted_at is null",
                now(),
                login.value());
        jdbc.update(
                "update right_request set begun_at = ? where login = ? and granted_at is not null and begun_at is null",
                now(),
                login.value());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Right row(ResultSet row, int index) throws SQLException {
        OffsetDateTime granted = row.getObject("granted_at", OffsetDateTime.class);
        return new Right(
                row.getObject("id", UUID.class),
                new Login(row.getString("login")),
                row.getString("group_name"),
                row.getBoolean("away"),
                new Login(row.getString("asked_by")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("granted_by") == null ? null : new Login(row.getString("granted_by")),
                granted == null ? null : granted.toInstant());
    }
}
