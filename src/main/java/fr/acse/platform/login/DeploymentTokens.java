package fr.acse.platform.login;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.Keys;
import fr.acse.codes.Login;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens that analysts enter in the Camunda Modeler instead of their passwords. A token is shown once and stored as a keyed hash. A token
 * is valid for some hours ({@code acse.deployment.token-lasts}), and only for deployments.
 */
@Component
class DeploymentTokens {

    static final String PREFIX = "acse-deploy-";

    /** @param expiresAt time in UTC after which the token is no longer valid */
    record Token(UUID id, Instant madeAt, Instant expiresAt) {}

    private static final int BYTES = 24;

    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final AuditLog audit;
    private final Duration lasts;
    private final Clock clock;

    DeploymentTokens(
            JdbcTemplate jdbc,
            Keys keys,
            AuditLog audit,
            @Value("${acse.deployment.token-lasts}") Duration lasts,
            Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.audit = audit;
        this.lasts = lasts;
        this.clock = clock;
    }

    /** Creates a token and revokes the person's earlier token. @return text of the token, which is stored nowhere */
    @Transactional
    public String make(Login login) {
        revoke(login);
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = PREFIX + HexFormat.of().formatHex(random);
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into deployment_token (id, login, hash, made_at, expires_at) values (?, ?, ?, ?, ?)",
                id,
                login.value(),
                hash(token),
                Timestamp.from(now),
                Timestamp.from(now.plus(lasts)));
        audit.add(Act.TOKEN_MADE, login, id.toString());
        return token;
    }

    @Transactional
    public void revoke(Login login) {
        int revoked = jdbc.update(
                "update deployment_token set revoked_at = ? where login = ? and revoked_at is null and expires_at > ?",
                now(),
                login.value(),
                now());
        if (revoked > 0) {
            audit.add(Act.TOKEN_REVOKED, login, login.value());
        }
    }

    Optional<Token> current(Login login) {
        List<Token> tokens = jdbc.query(
                "select id, made_at, expires_at from deployment_token"
                        + " where login = ? and revoked_at is null and expires_at > ?",
                (row, index) -> new Token(
                        row.getObject("id", UUID.class),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()),
                login.value(),
                now());
        return tokens.stream().findFirst();
    }

    boolean isRight(Login login, String token) {
        return !jdbc.queryForList(
                        "select 1 from deployment_token"
                                + " where login = ? and hash = ? and revoked_at is null and expires_at > ?",
                        login.value(),
                        hash(token),
                        now())
                .isEmpty();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private byte[] hash(String token) {
        return keys.index("token|" + token);
    }
}
