package fr.acse.platform.login;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Records logins and failed logins in the audit log. An unknown login is recorded as {@code ?}: it may be a mistyped password. */
@Component
@RequiredArgsConstructor
public class LoginBook {

    private static final Login UNKNOWN = new Login("?");

    private final AuditLog audit;
    private final People people;

    /** @param door {@code web} for a web application, {@code rest} for the REST API */
    void taken(String login, String door) {
        audit.add(Act.LOGIN, known(login), "", door);
    }

    void refused(String login) {
        audit.add(Act.LOGIN_REFUSED, known(login), "");
    }

    void locked(String login) {
        audit.add(Act.LOGIN_LOCKED, known(login), "");
    }

    void codeRefused(Login login) {
        audit.add(Act.SECOND_FACTOR_REFUSED, login, "");
    }

    void codeEntered(Login login) {
        audit.add(Act.SECOND_FACTOR_ENTERED, login, "");
    }

    void codeForgotten(Login login, Login by) {
        audit.add(Act.SECOND_FACTOR_FORGOTTEN, by, login.value());
    }

    private Login known(String typed) {
        return people.exists(typed) ? new Login(typed) : UNKNOWN;
    }
}
