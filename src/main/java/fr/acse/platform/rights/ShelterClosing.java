package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.words.Refusal;

/** Closes a shelter when the last person who works there leaves. */
public interface ShelterClosing {

    /** @throws Refusal if the group is of a shelter that a running case needs */
    void requireClosable(String group);

    /**
     * Closes a shelter: the search does not find it until it is entered again. The group of an association stays as it is.
     *
     * @throws Refusal if a running case needs the shelter
     */
    void close(String group, Login by);
}
