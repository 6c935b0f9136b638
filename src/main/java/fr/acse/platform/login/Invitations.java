package fr.acse.platform.login;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.Keys;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Accounts;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a person who is invited, or whose login is reset, sets her own password and second factor. A link works once, for a
 * day. It is made when its mail is written, and only its keyed hash is kept: nobody but the reader of that mail has it.
 */
@Service
public class Invitations {

    static final Duration VALID = Duration.ofDays(1);

    private static final int BYTES = 32;
    private static final String PAGE = "/invitation.html#";

    /**
     * One that was not used yet.
     *
     * @param groups that she is invited to
     * @param newcomer whether it is her first one, so that she has never been in
     * @param told whether she has been told; before that, a second person must confirm her rights
     * @param expiresAt when the last link stops working, or null if no mail was sent yet
     */
    public record Open(Login login, Set<String> groups, boolean newcomer, boolean told, Instant expiresAt) {}

    private final JdbcTemplate jdbc;
    private final IdentityService identity;
    private final Accounts accounts;
    private final DeploymentTokens tokens;
    private final SecondFactor secondFactor;
    private final Unchecked unchecked;
    private final InvitationNews news;
    private final AuditLog audit;
    private final Keys keys;
    private final Clock clock;

    Invitations(
            JdbcTemplate jdbc,
            IdentityService identity,
            Accounts accounts,
            DeploymentTokens tokens,
            SecondFactor secondFactor,
            Unchecked unchecked,
            InvitationNews news,
            AuditLog audit,
            Keys keys,
            Clock clock) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.accounts = accounts;
        this.tokens = tokens;
        this.secondFactor = secondFactor;
        this.unchecked = unchecked;
        this.news = news;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    public List<Open> open() {
        return jdbc.query("select * from invitation", (row, index) -> {
            Timestamp expires = row.getTimestamp("expires_at");
            return new Open(
                    new Login(row.getString("login")),
                    Set.of((String[]) row.getArray("groups").getArray()),
                    row.getBoolean("newcomer"),
                    row.getTimestamp("told_at") != null,
                    expires == null ? null : expires.toInstant());
        });
    }

    /**
     * Prepares one that is sent when her first right begins. The password and the second factor that she had end now.
     *
     * @param newcomer whether she has never had one; of an open one it stays as it is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Login login, Set<String> groups, boolean newcomer, Login by) {
        forgetSecrets(login, by);
        news.withdrawn(login);
        jdbc.update(
                "insert into invitation (login, groups, newcomer, made_by, made_at) values (?, ?, ?, ?, ?) on conflict (login) do update"
                        + " set groups = excluded.groups, made_by = excluded.made_by, made_at = excluded.made_at,"
                        + " told_at = null, token_index = null, expires_at = null",
                login.value(),
                groups.toArray(String[]::new),
                newcomer,
                by.value(),
                Timestamp.from(clock.instant()));
        audit.add(Act.PERSON_INVITED, by, login.value(), "");
    }

    /** Tells her, if she waits for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Login login) {
        if (jdbc.update(
                        "update invitation set told_at = ? where login = ? and told_at is null",
                        Timestamp.from(clock.instant()),
                        login.value())
                == 1) {
            news.invited(login);
        }
    }

    /** There is none any more, and its link opens nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Login login) {
        news.withdrawn(login);
        jdbc.update("delete from invitation where login = ?", login.value());
    }

    /** Nobody knows the new password; whoever has a session with the old one is logged out, and no token deploys any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetSecrets(Login login, Login by) {
        setPassword(login, nobodys());
        tokens.revoke(login);
        if (secondFactor.forget(login)) {
            audit.add(Act.SECOND_FACTOR_FORGOTTEN, by, login.value());
        }
    }

    /**
     * Makes the link that a mail takes to her; the one before opens nothing any more.
     *
     * @return the path of the page with its secret, or nothing if she needs none any more
     */
    @Transactional
    public Optional<String> link(Login login) {
        String token = nobodys();
        int kept = jdbc.update(
                "update invitation set token_index = ?, expires_at = ? where login = ? and told_at is not null",
                index(token),
                Timestamp.from(clock.instant().plus(VALID)),
                login.value());
        return kept == 1 ? Optional.of(PAGE + token) : Optional.empty();
    }

    /** @throws Refusal if no invitation has this link, or not any more */
    Login whose(String token) {
        return jdbc
                .queryForList(
                        "select login from invitation where token_index = ? and expires_at > ? and told_at is not null",
                        String.class,
                        index(String.valueOf(token)),
                        Timestamp.from(clock.instant()))
                .stream()
                .findFirst()
                .map(Login::new)
                .orElseThrow(() -> new Refusal("invitationOver"));
    }

    /** @throws Refusal if the link is used or over, the password is easy to guess, or the code is wrong; then nothing is changed */
    @Transactional
    public Login take(String token, String password, String code) {
        Login login = whose(token);
        // Nobody else uses it at the same time.
        Refusal.unless(
                jdbc.update("delete from invitation where login = ? and token_index = ?", login.value(), index(token))
                        == 1,
                "invitationOver");
        requireGood(password, login);
        Refusal.unless(secondFactor.check(login, String.valueOf(code).replace(" ", "")), "wrongCode");
        Caller.<RuntimeException, RuntimeException>person(login, () -> setPassword(login, password));
        audit.add(Act.INVITATION_TAKEN, login, "", "");
        return login;
    }

    private void requireGood(String password, Login login) {
        boolean good = unchecked.call(() -> {
            User user = identity.createUserQuery().userId(login.value()).singleResult();
            return password != null
                    && password.indexOf(0) < 0
                    && password.length() <= BasicLogins.LONGEST
                    && identity.checkPasswordAgainstPolicy(password, user).isValid();
        });
        Refusal.unless(good, "weakPassword", Passwords.SHORTEST);
    }

    /** Past the policy: hers was checked, and nobody's is random, in which a short name may occur by chance. */
    private void setPassword(Login login, String password) {
        unchecked.run(() -> {
            User user = identity.createUserQuery().userId(login.value()).singleResult();
            user.setPassword(password);
            accounts.save(user);
        });
    }

    /** Unguessable, and written down nowhere. */
    public static String nobodys() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] index(String token) {
        try {
            return keys.index("invitation|" + token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keyed hash can be made", e);
        }
    }
}
