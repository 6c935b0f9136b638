package fr.acse.platform.login;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.platform.identity.People;
import org.springframework.stereotype.Component;

/** Writes down who logged in and who tried to. What was typed in place of a login may be a password, so it is left out. */
@Component
public class LoginBook {

    private static final String UNKNOWN = "?";

    private final AuditLog audit;
    private final People people;

    LoginBook(AuditLog audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    /** @param door web or rest */
    void taken(String login, String door) {
        audit.add(Act.LOGIN, known(login), "", door);
    }

    void refused(String login) {
        audit.add(Act.LOGIN_REFUSED, known(login), "");
    }

    void locked(String login) {
        audit.add(Act.LOGIN_LOCKED, known(login), "");
    }

    void codeRefused(String login) {
        audit.add(Act.SECOND_FACTOR_REFUSED, login, "");
    }

    void codeEntered(String login) {
        audit.add(Act.SECOND_FACTOR_ENTERED, login, "");
    }

    void codeForgotten(String login, String by) {
        audit.add(Act.SECOND_FACTOR_FORGOTTEN, by, login);
    }

    private String known(String login) {
        return people.exists(login) ? login : UNKNOWN;
    }
}
