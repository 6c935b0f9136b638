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
     * Who works in a group: whoever has taken her invitation, so that she can log in; in an organisation or a shelter, whoever has a work role,
     * too.
     */
    Set<Login> membersOf(String group);

    /** Who is in a group, whether she works there or not. */
    Set<Login> everybodyIn(String group);

    /** Her first and last name, or her login if she has none; a word for somebody if the answer must not name her. */
    String nameOf(Login login);

    /** Her mail address, or nothing if she has none. */
    Optional<String> addressOf(Login login);

    Set<String> addressesOf(Collection<Login> people);

    /** Logins of people who were deleted. */
    Set<Login> former();

    /** Mail addresses of the members of a group, as far as they have any. */
    Set<String> addressesOf(String group);

    /** Groups of the organisations and shelters in which somebody works. */
    Set<String> staffedOrganisations();

    /** Whether somebody works in a group. */
    boolean isStaffed(String group);

    /** Groups of all organisations and shelters. */
    Set<String> organisations();

    /** Everybody who has a login, with her groups. */
    Map<Login, Set<String>> everybody();

    /** Whether somebody has a login that reads the same, whatever its capital letters. */
    boolean isTaken(Login login);

    /** Makes the group of an organisation or a shelter, by which tasks are offered to it. */
    void createOrganisationGroup(String code);
}
