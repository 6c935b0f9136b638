package fr.acse.platform.identity;

import fr.acse.codes.Login;
import org.camunda.bpm.engine.identity.User;

/** Changes accounts as the software itself, without the engine's permission checks. */
public interface Accounts {

    /** Saves an account without a check of the password policy. The policy applies only to passwords that people choose. */
    void save(User user);

    void create(Login login, String firstName, String lastName, String address, String password);

    void setAddress(Login login, String address);

    /** Sets a password without a check of the password policy. */
    void setPassword(Login login, String password);

    /** Whether the password policy accepts a password that a person chose. */
    boolean isGood(Login login, String password);

    void join(Login login, String group);

    void leave(Login login, String group);
}
