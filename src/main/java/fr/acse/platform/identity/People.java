package fr.acse.platform.identity;

import fr.acse.codes.Login;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people who work with the system, and their groups. */
public interface People {

    /** Prefix of the groups of associations and shelters: {@code org-<code>}. */
    String ORGANISATION = "org-";

    /** Codes of the associations and shelters among groups. */
    static List<String> organisationsAmong(Collection<String> groups) {
        return groups.stream()
                .filter(group -> group.startsWith(ORGANISATION))
                .map(group -> group.substring(ORGANISATION.length()))
                .toList();
    }

    /** Groups of a person. The set is empty if nobody has this login. */
    Set<String> groupsOf(Login login);

    /** Whether a person with this login exists. */
    boolean exists(String login);

    boolean isGroup(String group);

    /** Members of a group who can work: they have used their invitation. In an association or a shelter, members also need a work role. */
    Set<Login> membersOf(String group);

    /** All members of a group, including members who cannot work yet. */
    Set<Login> everybodyIn(String group);

    /** First and last name of a person, or the login. The result is a general text if the answer must not name the person. */
    String nameOf(Login login);

    /** The names of several people, as {@link #nameOf} gives them. */
    Map<Login, String> namesOf(Collection<Login> people);

    /** Mail address of a person, or empty if the person has none. */
    Optional<String> addressOf(Login login);

    Set<String> addressesOf(Collection<Login> people);

    /** Logins of deleted people. */
    Set<Login> former();

    /** Mail addresses of all members of a group. Members without an address are left out. */
    Set<String> addressesOf(String group);

    /** Groups of the associations and shelters in which at least one person works. */
    Set<String> staffedOrganisations();

    /** Whether at least one person works in a group. */
    boolean isStaffed(String group);

    /** Groups of all associations and shelters. */
    Set<String> organisations();

    /** All people who have a login, with their groups. */
    Map<Login, Set<String>> everybody();

    /** Whether a login already exists. Upper and lower case count as equal. */
    boolean isTaken(Login login);

    /** Creates the group of an association or a shelter. Tasks are offered to this group. */
    void createOrganisationGroup(String code);
}
