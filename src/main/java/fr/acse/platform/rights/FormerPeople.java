package fr.acse.platform.rights;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Roles;
import fr.acse.words.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores which people are disabled, and which logins were deleted. */
@Component
record FormerPeople(JdbcTemplate jdbc, Roles roles, AuditLog audit, Clock clock) {

    private static final Duration UNDONE_WITHIN = Duration.ofDays(7);

    /** @throws Refusal if a deleted account had this login */
    void refuse(Login login) {
        Refusal.unless(
                jdbc.queryForList("select 1 from former_login where login = ?", login.value())
                        .isEmpty(),
                "formerLogin",
                login);
    }

    /** Records a deleted login, and deletes its notices, second factor, invitation and disabled state. */
    void gone(Login login) {
        jdbc.update(
                "insert into former_login (login, gone_at) values (?, ?) on conflict do nothing",
                login.value(),
                Timestamp.from(clock.instant()));
        jdbc.update("delete from notice where person = ?", login.value());
        for (String table : List.of("second_factor", "invitation", "disabled_person")) {
            jdbc.update("delete from " + table + " where login = ?", login.value());
        }
    }

    /**
     * @param groups groups of the person, including those of an open invitation
     * @param held groups that the person is a member of
     */
    void disable(Login login, Set<String> groups, Set<String> held, Login by) {
        jdbc.update(
                "insert into disabled_person (login, groups, held, disabled_by, disabled_at) values (?, ?, ?, ?, ?) on conflict do nothing",
                login.value(),
                groups.toArray(String[]::new),
                held.toArray(String[]::new),
                by.value(),
                Timestamp.from(clock.instant()));
        audit.add(Act.PERSON_DISABLED, by, login.value(), "");
    }

    void enable(Login login) {
        jdbc.update("delete from disabled_person where login = ?", login.value());
    }

    /** Groups of each disabled person. */
    Map<Login, Set<String>> disabled() {
        Map<Login, Set<String>> all = new HashMap<>();
        jdbc.query("select login, groups from disabled_person", row -> {
            all.put(new Login(row.getString("login")), texts(row, "groups"));
        });
        return all;
    }

    /** People with a role of {@link Roles.Power#WATCHES} who were disabled in the last seven days, the latest first. */
    List<Staff.Disabled> watchers() {
        return jdbc.query(
                "select * from disabled_person where disabled_at > ? and held && ? order by disabled_at desc",
                (row, index) -> new Staff.Disabled(
                        new Login(row.getString("login")),
                        texts(row, "held"),
                        new Login(row.getString("disabled_by")),
                        row.getTimestamp("disabled_at").toInstant()),
                sinceWhen(),
                roles.with(Roles.Power.WATCHES).toArray(String[]::new));
    }

    /** Enables a person who was disabled in the last seven days. @return the groups that the person was a member of */
    Optional<Set<String>> undo(Login login) {
        return jdbc
                .query(
                        "delete from disabled_person where login = ? and disabled_at > ? and held <> '{}' returning held",
                        (row, index) -> texts(row, "held"),
                        login.value(),
                        sinceWhen())
                .stream()
                .findFirst();
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private Timestamp sinceWhen() {
        return Timestamp.from(clock.instant().minus(UNDONE_WITHIN));
    }
}
