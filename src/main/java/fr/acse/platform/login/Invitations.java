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
 * Links with which a person sets a password and a second factor, after an invitation or a reset. A link works once, within one day. A link
 * is created when its mail is written. Only its keyed hash is stored, so that only the reader of the mail knows the link.
 */
@Service
@RequiredArgsConstructor
public class Invitations {

    private static final int BYTES = 32;
    private static final String PAGE = "/invitation.html#";

    /**
     * An invitation that the person has not used yet.
     *
     * @param groups groups to which the person is invited
     * @param newcomer whether this is the person's first invitation and the person has never logged in
     * @param told whether the person has been told; before that, a second person must confirm the rights of the invited person
     * @param expiresAt time at which the latest link expires, or null if no mail has been sent yet
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
     * Prepares an invitation, which is sent when the person's first right begins. The old password and second factor end now.
     *
     * @param newcomer whether the person has never had an invitation; an open invitation keeps its value
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Login login, Set<String> groups, boolean newcomer, Login by) {
        forgetSecrets(login, by);
        news.withdrawn(login);
        table.put(login, groups, newcomer, by);
        audit.add(Act.PERSON_INVITED, by, login.value(), "");
    }

    /** Sends the open invitation of a person, unless the person has been told already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Login login) {
        if (table.told(login)) {
            news.invited(login);
        }
    }

    /** Deletes the invitation of a person. The link of the invitation is no longer valid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Login login) {
        news.withdrawn(login);
        table.remove(login);
    }

    /** Sets a password that nobody knows. The person's sessions, second factor and deployment token become invalid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetSecrets(Login login, Login by) {
        accounts.setPassword(login, nobodys());
        tokens.revoke(login);
        if (secondFactor.forget(login)) {
            audit.add(Act.SECOND_FACTOR_FORGOTTEN, by, login.value());
        }
    }

    /**
     * Creates the link for a mail to the person. The earlier link of the person is no longer valid.
     *
     * @return path of the page with the secret of the link, or empty if the person needs no link any more
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

    /** @throws Refusal if the link is used or expired, the password is too weak, or the code is wrong; nothing is changed in these cases */
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

    /** Creates a random text that nobody can guess. The text is stored nowhere. */
    public static String nobodys() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
