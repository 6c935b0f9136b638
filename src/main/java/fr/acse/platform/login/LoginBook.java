package fr.acse.platform.login;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Records who logged in and who tried to. An unknown login is left out, because it may be a password that was typed there. */
@Component
@RequiredArgsConstructor
public class LoginBook {

    private static final Login UNKNOWN = new Login("?");

    private final AuditLog audit;
    private final People people;

    /** @param door {@code web} or {@code rest} */
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
