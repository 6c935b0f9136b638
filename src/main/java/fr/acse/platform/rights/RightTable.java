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

/** The database table of requests for rights, with their state: open, granted, begun or refused. */
@Component
record RightTable(JdbcTemplate jdbc, AuditLog audit, Clock clock) {

    private static final String GRANTED =
            "select * from right_request where granted_at is not null and begun_at is null";

    /**
     * @param away true to take the right away, false to give it
     * @param grantedAt when a second person granted the right, or null
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

    /** Takes a database lock until the transaction ends, so that two people who leave at the same time are checked one after the other. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(hashtext('leaving'))", ignored -> {});
    }

    /** Adds a request, unless the same request is already open. */
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

    /** Rights that are granted and have not begun. */
    List<Right> granted() {
        return jdbc.query(GRANTED + " and not away", RightTable::row);
    }

    /** Locks the rows of the granted rights that it returns. Another node skips locked rows. */
    List<Right> takeGranted() {
        return jdbc.query(GRANTED + " for update skip locked", RightTable::row);
    }

    /** Locks the row of a request that nobody has decided yet. */
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

    /** Writes a granted right into the audit log. The right may have been granted without a request. */
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

    /** Withdraws a person's open requests, and the granted rights that have not begun. Open requests to take a right away stay. */
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
