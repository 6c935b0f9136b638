package fr.acse.platform.login;

import com.google.re2j.Pattern;
import fr.acse.casefile.Keys;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Limits how fast passwords can be guessed from one network address. A person who logs in from another address is not locked out. An
 * attempt is counted before the password is checked, so that many attempts at once do not bypass the limit.
 */
@Component
@RequiredArgsConstructor
public class LoginThrottle {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.%]+");
    private static final int FREE_PER_LOGIN = 5;
    private static final int FREE_PER_ADDRESS = 50;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final Clock clock;

    /** Counts an attempt. @return false if the attempt comes too early and must not be checked */
    boolean attempt(String address, String login) {
        return count(key(network(address), login), FREE_PER_LOGIN) && count(key(network(address)), FREE_PER_ADDRESS);
    }

    /** Removes an attempt with a right password from the counts. */
    void succeeded(String address, String login) {
        jdbc.update("delete from login_attempt where key = ?", key(network(address), login));
        jdbc.update(
                "update login_attempt set failures = greatest(failures - 1, 0) where key = ?", key(network(address)));
    }

    private boolean count(byte[] key, int free) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.update("delete from login_attempt where key = ? and last_at < ?", key, now.minus(FORGOTTEN_AFTER));
        var failures = jdbc.queryForList(
                "insert into login_attempt as known (key, failures, last_at, next_at) values (?, 1, ?, 'epoch')"
                        + " on conflict (key) do update set failures = known.failures + 1, last_at = excluded.last_at"
                        + " where known.next_at <= excluded.last_at returning failures",
                Integer.class,
                key,
                now);
        if (failures.isEmpty()) {
            return false;
        }
        Duration wait = delay(failures.get(0), free);
        // If there is no waiting time, the order of simultaneous attempts does not matter.
        if (!wait.isZero()) {
            jdbc.update("update login_attempt set next_at = ? where key = ?", now.plus(wait), key);
        }
        return true;
    }

    /**
     * Waiting time after a number of failures. The first {@code free - 1} failures cause no wait. The next failure causes a wait of one
     * second, which doubles with each further failure, up to 15 minutes.
     */
    static Duration delay(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** The network of an address. One sender may have all 2^64 IPv6 addresses of a network, so these addresses count as one. */
    private static String network(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private byte[] key(String... parts) {
        return keys.index("login|" + String.join("|", parts));
    }
}
