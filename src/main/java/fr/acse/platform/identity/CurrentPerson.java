package fr.acse.platform.identity;

import fr.acse.codes.Login;

/** Who is acting: the person whom a door let in, or the system itself when a timer or a job acts. */
public interface CurrentPerson {

    /** @throws fr.acse.words.Refusal if no door let a person in for this request, because a request never acts as the system */
    Login login();

    default boolean isSystem() {
        return Login.SYSTEM.equals(login());
    }
}
