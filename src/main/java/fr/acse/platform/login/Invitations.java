package fr.acse.platform.login;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Accounts;
import fr.acse.platform.identity.Caller;
import fr.acse.words.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a person who is invited, or whose login is reset, sets her own password and second factor. A link works once, within
 * a day. The link is made when its mail is written, and only its keyed hash is stored, so that only the reader of the mail has it.
 */
@Service
@RequiredArgsConstructor
public class Invitations {

    private static final int BYTES = 32;
    private static final String PAGE = "/invitation.html#";

    /**
     * An invitation that was not used yet.
     *
     * @param groups that she is invited to
     * @param newcomer whether it is her first invitation, so that she has never logged in
     * @param told whether she has been told; before that, a second person must confirm her rights
     * @param expiresAt when the last link stops working, or null if no mail was sent yet
     */
    public record Open(Login login, Set<String> groups, boolean newcomer, boolean told, Instant expiresAt) {}

    private final InvitationTable table;
    private final Accounts accounts;
    private final DeploymentTokens tokens;
    private final SecondFactor secondFactor;
    private final InvitationNews news;
    private final AuditLog audit;

    public List<Open> open() {
        return table.all();
    }

    /**
     * Prepares an invitation that is sent when her first right begins. Her old password and second factor end now.
     *
     * @param newcomer whether she has never had an invitation; an open invitation keeps its value
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Login login, Set<String> groups, boolean newcomer, Login by) {
        forgetSecrets(login, by);
        news.withdrawn(login);
        table.put(login, groups, newcomer, by);
        audit.add(Act.PERSON_INVITED, by, login.value(), "");
    }

    /** Sends her open invitation, unless she was told already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Login login) {
        if (table.told(login)) {
            news.invited(login);
        }
    }

    /** Deletes her invitation; its link is no longer valid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Login login) {
        news.withdrawn(login);
        table.remove(login);
    }

    /** Sets a password that nobody knows. This ends her sessions, her second factor and her token for deploying. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetSecrets(Login login, Login by) {
        accounts.setPassword(login, nobodys());
        tokens.revoke(login);
        if (secondFactor.forget(login)) {
            audit.add(Act.SECOND_FACTOR_FORGOTTEN, by, login.value());
        }
    }

    /**
     * Makes the link for a mail to her; the old link is no longer valid.
     *
     * @return the path of the page with its secret, or empty if she needs no link any more
     */
    @Transactional
    public Optional<String> link(Login login) {
        String token = nobodys();
        return table.link(login, token) ? Optional.of(PAGE + token) : Optional.empty();
    }

    /** @throws Refusal if no invitation has this link, or the link is no longer valid */
    Login whose(String token) {
        return table.whose(String.valueOf(token)).orElseThrow(() -> new Refusal("invitationOver"));
    }

    /** @throws Refusal if the link is used or expired, the password is easy to guess, or the code is wrong; nothing is changed then */
    @Transactional
    public Login take(String token, String password, String code) {
        Login login = whose(token);
        Refusal.unless(table.use(login, token), "invitationOver");
        requireGood(password, login);
        Refusal.unless(secondFactor.check(login, String.valueOf(code).replace(" ", "")), "wrongCode");
        Caller.<RuntimeException, RuntimeException>person(login, () -> accounts.setPassword(login, password));
        audit.add(Act.INVITATION_TAKEN, login, "", "");
        return login;
    }

    private void requireGood(String password, Login login) {
        boolean good = password != null
                && password.indexOf(0) < 0
                && password.length() <= BasicLogins.LONGEST
                && accounts.isGood(login, password);
        Refusal.unless(good, "weakPassword", Passwords.SHORTEST);
    }

    /** A random text that cannot be guessed and is stored nowhere. */
    public static String nobodys() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
