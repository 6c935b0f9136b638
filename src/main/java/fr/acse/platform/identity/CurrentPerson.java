package fr.acse.platform.identity;

import fr.acse.codes.Login;

/** The acting person: the authenticated person of a request, or the system when a timer or a job acts. */
public interface CurrentPerson {

    /** @throws fr.acse.words.Refusal if the request has no authenticated person, because a request never acts as the system */
    Login login();

    default boolean isSystem() {
        return Login.SYSTEM.equals(login());
    }
}
