package fr.acse.platform.identity;

import fr.acse.codes.Login;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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

    /**
     * People who work in a group: they have used their invitation, so that they can log in. In an organisation or a shelter, they also have
     * a work role.
     */
    Set<Login> membersOf(String group);

    /** All people in a group, also those who do not work there. */
    Set<Login> everybodyIn(String group);

    /** First and last name, or the login of a person without one; general words if the answer must not name her. */
    String nameOf(Login login);

    /** Her mail address, or nothing if she has none. */
    Optional<String> addressOf(Login login);

    Set<String> addressesOf(Collection<Login> people);

    /** Logins of people who were deleted. */
    Set<Login> former();

    /** Mail addresses of those members of a group who have one. */
    Set<String> addressesOf(String group);

    /** Groups of the organisations and shelters in which somebody works. */
    Set<String> staffedOrganisations();

    /** Whether somebody works in a group. */
    boolean isStaffed(String group);

    /** Groups of all organisations and shelters. */
    Set<String> organisations();

    /** Everybody who has a login, with her groups. */
    Map<Login, Set<String>> everybody();

    /** Whether a login exists that is equal, apart from capital letters. */
    boolean isTaken(Login login);

    /** Makes the group of an organisation or a shelter, by which tasks are offered to it. */
    void createOrganisationGroup(String code);
}
