package fr.acse.platform.identity;

import org.camunda.bpm.engine.identity.User;

/** Accounts of people whose password the software sets: what the policy asks of a person's own password is not asked of it. */
public interface Accounts {

    void save(User user);
}
