package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.words.Refusal;

/** Closes a shelter when the last person who works there leaves. */
public interface ShelterClosing {

    /** @throws Refusal if the group belongs to a shelter that a running case needs */
    void requireClosable(String group);

    /**
     * Closes a shelter. The search leaves it out until the shelter is entered again. The method does nothing for an association.
     *
     * @throws Refusal if a running case needs the shelter
     */
    void close(String group, Login by);
}
