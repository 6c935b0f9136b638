package fr.acse.platform.login;

import fr.acse.casefile.Keys;
import fr.acse.codes.Login;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores the invitations that have not been used yet. The table contains only a keyed hash of each link. */
@Component
record InvitationTable(JdbcTemplate jdbc, Keys keys, Clock clock) {

    static final Duration VALID = Duration.ofDays(1);

    List<Invitations.Open> all() {
        return jdbc.query("select * from invitation", (row, index) -> {
            Timestamp expires = row.getTimestamp("expires_at");
            return new Invitations.Open(
                    new Login(row.getString("login")),
                    Set.of((String[]) row.getArray("groups").getArray()),
                    row.getBoolean("newcomer"),
                    row.getTimestamp("told_at") != null,
                    expires == null ? null : expires.toInstant());
        });
    }

    /** Replaces the open invitation of a person. The old value of {@code newcomer} stays. */
    void put(Login login, Set<String> groups, boolean newcomer, Login by) {
        jdbc.update(
                "insert into invitation (login, groups, newcomer, made_by, made_at) values (?, ?, ?, ?, ?) on conflict (login) do update"
                        + " set groups = excluded.groups, made_by = excluded.made_by, made_at = excluded.made_at,"
                        + " told_at = null, token_index = null, expires_at = null",
                login.value(),
                groups.toArray(String[]::new),
                newcomer,
                by.value(),
                Timestamp.from(clock.instant()));
    }

    /** @return false if the person has no invitation, or has been told already */
    boolean told(Login login) {
        return jdbc.update(
                        "update invitation set told_at = ? where login = ? and told_at is null",
                        Timestamp.from(clock.instant()),
                        login.value())
                == 1;
    }

    void remove(Login login) {
        jdbc.update("delete from invitation where login = ?", login.value());
    }

    /** Stores a new link, which replaces the old link. @return false if the person has no invitation or has not been told of it */
    boolean link(Login login, String token) {
        return jdbc.update(
                        "update invitation set token_index = ?, expires_at = ? where login = ? and told_at is not null",
                        index(token),
                        Timestamp.from(clock.instant().plus(VALID)),
                        login.value())
                == 1;
    }

    Optional<Login> whose(String token) {
        return jdbc
                .queryForList(
                        "select login from invitation where token_index = ? and expires_at > ? and told_at is not null",
                        String.class,
                        index(token),
                        Timestamp.from(clock.instant()))
                .stream()
                .findFirst()
                .map(Login::new);
    }

    /** @return false if another request has used the link at the same time */
    boolean use(Login login, String token) {
        return jdbc.update("delete from invitation where login = ? and token_index = ?", login.value(), index(token))
                == 1;
    }

    private byte[] index(String token) {
        return keys.index("invitation|" + token);
    }
}
