package fr.acse.platform.identity;

import fr.acse.codes.Login;
import org.camunda.bpm.engine.identity.User;

/** Accounts of people, as the software itself changes them: no permission is needed. */
public interface Accounts {

    /** Past the password policy: what it asks of a person's own password is not asked of one that the software sets. */
    void save(User user);

    void create(Login login, String firstName, String lastName, String address, String password);

    void setAddress(Login login, String address);

    /** Past the password policy, too. */
    void setPassword(Login login, String password);

    /** Whether the policy takes a password that a person chose. */
    boolean isGood(Login login, String password);

    void join(Login login, String group);

    void leave(Login login, String group);
}
