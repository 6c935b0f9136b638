package fr.acse.platform.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.acse.casefile.Keys;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One-time codes (TOTP, RFC 6238) in addition to the password. The members of the groups in {@code acse.second-factor.groups} need such a
 * code. Every person with a confirmed secret or an open invitation needs a code, too.
 */
@Component
public class SecondFactor {

    static final int DIGITS = 6;

    private static final int SECRET_BYTES = 20;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final People people;
    private final Set<String> groups;
    private final Clock clock;

    SecondFactor(
            JdbcTemplate jdbc,
            Keys keys,
            People people,
            @Value("${acse.second-factor.groups:}") Set<String> groups,
            Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.people = people;
        this.groups = groups;
        this.clock = clock;
    }

    public boolean isRequired(Login login) {
        return hasOne(login) || !groups.isEmpty() && !Collections.disjoint(groups, people.groupsOf(login));
    }

    /** Whether a person has confirmed a second factor, or has an invitation in which the second factor is entered. */
    private boolean hasOne(Login login) {
        return !jdbc.queryForList(
                        "select 1 from second_factor where login = ? and confirmed_at is not null"
                                + " union all select 1 from invitation where login = ?",
                        login.value(),
                        login.value())
                .isEmpty();
    }

    /** The secret that a person enters into an authenticator app; null if the person has already confirmed the secret with a code. */
    String secretToEnter(Login login) {
        byte[] made = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(made);
        jdbc.update(
                "insert into second_factor (login, sealed_secret) values (?, ?) on conflict do nothing",
                login.value(),
                sealed(made, login));
        List<byte[]> waiting = jdbc.queryForList(
                "select sealed_secret from second_factor where login = ? and confirmed_at is null",
                byte[].class,
                login.value());
        return waiting.isEmpty() ? null : new Base32().encodeAsString(opened(waiting.get(0), login));
    }

    /** Whether a code is valid now or was valid half a minute ago, and has not been used before. */
    boolean check(Login login, String code) {
        List<byte[]> known = jdbc.queryForList(
                "select sealed_secret from second_factor where login = ?", byte[].class, login.value());
        return !known.isEmpty() && isRight(login, opened(known.get(0), login), code);
    }

    private boolean isRight(Login login, byte[] secret, String code) {
        Instant now = clock.instant();
        for (int back = 0; back <= 1; back++) {
            Instant at = now.minus(codes.getTimeStep().multipliedBy(back));
            if (code(secret, at).equals(code)) {
                return jdbc.update(
                                "update second_factor set last_step = ?, confirmed_at = coalesce(confirmed_at, ?)"
                                        + " where login = ? and last_step < ?",
                                step(at),
                                Timestamp.from(now),
                                login.value(),
                                step(at))
                        == 1;
            }
        }
        return false;
    }

    /** Deletes the secret of a lost device. At the next login, the person enters a new secret. @return whether the person had a secret */
    boolean forget(Login login) {
        return jdbc.update("delete from second_factor where login = ?", login.value()) == 1;
    }

    private String code(byte[] secret, Instant at) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long step(Instant at) {
        return at.getEpochSecond() / codes.getTimeStep().toSeconds();
    }

    private byte[] sealed(byte[] secret, Login login) {
        return keys.seal(secret, boundTo(login));
    }

    private byte[] opened(byte[] secret, Login login) {
        return keys.open(secret, boundTo(login));
    }

    private static String boundTo(Login login) {
        return "second-factor|" + login;
    }
}
