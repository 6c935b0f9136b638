package fr.acse.platform.identity;

import fr.acse.codes.Login;
import java.util.Set;

/** The people who work with the system, and the groups they are in. */
public interface People {

    /** Prefix of the groups of organisations: {@code org-<code>}. */
    String ORGANISATION = "org-";

    /** Groups of a person, empty if nobody has this login. */
    Set<String> groupsOf(Login login);

    /** Whether somebody has a login. */
    boolean exists(String login);

    boolean isGroup(String group);

    /** Mail addresses of the members of a group, as far as they have any. */
    Set<String> addressesOf(String group);

    /** Groups of the organisations and shelters of which somebody has a login. */
    Set<String> staffedOrganisations();

    /** Makes the group of an organisation or a shelter, by which tasks are offered to it. */
    void createOrganisationGroup(String code);
}
