package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.access.AccessRules;
import fr.acse.platform.cover.SecretGroups;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Invitations;
import fr.acse.words.Refusal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who manages whom: a manager the people of her own organisation, the coordination those of an association or a shelter that has no
 * manager, an administrator everybody.
 */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
public class StaffPower {

    /** Roles of people who work for no association and no shelter. */
    static final List<String> NETWORK = List.of(
            AccessRules.COORDINATION,
            AccessRules.FINANCE,
            AccessRules.SUPERVISORS,
            AccessRules.ANALYSTS,
            AccessRules.ADMINISTRATORS);

    /** Who holds these watches others, so two people take them away, as two give them. */
    static final Set<String> TAKEN_BY_TWO =
            Set.of(AccessRules.COORDINATION, AccessRules.FINANCE, AccessRules.SUPERVISORS, AccessRules.ADMINISTRATORS);

    /** Who may grant a right that somebody else asked for. */
    static final Set<String> GRANTING = Set.of(AccessRules.ADMINISTRATORS, AccessRules.SUPERVISORS);

    /**
     * Where a person stands.
     *
     * @param groups that she is in now
     * @param all that she is in, is invited to, or was in when she was disabled
     * @param invitation that she has not used, or null
     */
    public record Standing(
            Login login, Set<String> groups, Set<String> all, Invitations.Open invitation, boolean disabled) {

        public boolean isWorking() {
            return invitation == null && !disabled;
        }

        /** Groups of the associations and shelters that she works for. */
        public Set<String> organisations() {
            return all.stream()
                    .filter(group -> group.startsWith(People.ORGANISATION))
                    .collect(Collectors.toSet());
        }

        public Set<String> roles() {
            return all.stream()
                    .filter(group -> !group.startsWith(People.ORGANISATION))
                    .collect(Collectors.toSet());
        }

        /** Whether she holds or held a role that two people take away. */
        boolean watches() {
            return !Collections.disjoint(all, TAKEN_BY_TWO);
        }

        boolean isOfTheNetwork() {
            return !Collections.disjoint(all, NETWORK);
        }
    }

    private final People people;
    private final Invitations invitations;
    private final SecretGroups shelters;
    private final JdbcTemplate jdbc;

    StaffPower(People people, Invitations invitations, @Lazy SecretGroups shelters, JdbcTemplate jdbc) {
        this.people = people;
        this.invitations = invitations;
        this.shelters = shelters;
        this.jdbc = jdbc;
    }

    /** Everybody, as she stands. */
    public Map<Login, Standing> all() {
        Map<Login, Set<String>> groups = people.everybody();
        Map<Login, Invitations.Open> invited =
                invitations.open().stream().collect(Collectors.toMap(Invitations.Open::login, Function.identity()));
        Map<Login, Set<String>> disabled = disabled();
        return groups.keySet().stream().collect(Collectors.toMap(Function.identity(), login -> {
            Set<String> all = new HashSet<>(groups.get(login));
            all.addAll(invited.containsKey(login) ? invited.get(login).groups() : Set.of());
            all.addAll(disabled.getOrDefault(login, Set.of()));
            return new Standing(
                    login, groups.get(login), Set.copyOf(all), invited.get(login), disabled.containsKey(login));
        }));
    }

    private Map<Login, Set<String>> disabled() {
        return jdbc
                .query(
                        "select login, groups from disabled_person",
                        (row, index) -> Map.entry(new Login(row.getString("login")), Set.of((String[])
                                row.getArray("groups").getArray())))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Groups of the associations and shelters whose people she manages. */
    public Set<String> organisationsOf(Login by) {
        Set<String> groups = people.groupsOf(by);
        if (groups.contains(AccessRules.ADMINISTRATORS)) {
            return people.organisations();
        }
        Set<String> managed = new HashSet<>();
        if (groups.contains(AccessRules.COORDINATION)) {
            managed.addAll(people.organisations());
            managed.removeAll(withManager());
        }
        if (groups.contains(AccessRules.MANAGERS)) {
            managed.addAll(groups);
        }
        managed.retainAll(people.organisations());
        return managed;
    }

    /** A manager counts from the day on which she has taken her invitation. */
    private Set<String> withManager() {
        return all().values().stream()
                .filter(Standing::isWorking)
                .filter(standing -> standing.groups().contains(AccessRules.MANAGERS))
                .flatMap(standing -> standing.organisations().stream())
                .collect(Collectors.toSet());
    }

    public boolean managesTheNetwork(Login by) {
        return people.groupsOf(by).contains(AccessRules.ADMINISTRATORS);
    }

    /** The role of those who work in an association or a shelter. */
    public String workRole(String organisation) {
        return shelters.isSecret(organisation) ? AccessRules.SHELTERS : AccessRules.OPERATORS;
    }

    /** Roles that somebody can have who works for no association and no shelter. */
    public List<String> networkRoles() {
        return NETWORK;
    }

    /** Whether something was asked for her that a second person has not decided yet. */
    public boolean isAsked(Login login) {
        return !jdbc.queryForList(
                        "select 1 from right_request where login = ? and refused_at is null and begun_at is null",
                        login.value())
                .isEmpty();
    }

    /** Roles that somebody can have besides, by where she works. */
    public Set<String> rolesBeside(Standing standing) {
        return standing.organisations().isEmpty() ? Set.copyOf(NETWORK) : Set.of(AccessRules.MANAGERS);
    }

    boolean manages(Login by, Standing standing) {
        boolean inHand = standing.isOfTheNetwork() || standing.organisations().isEmpty()
                ? managesTheNetwork(by)
                : organisationsOf(by).containsAll(standing.organisations());
        return inHand && !standing.login().equals(by);
    }

    /** @throws Refusal if she does not manage this person */
    Standing requireMayManage(Login login, Login by) {
        Refusal.unless(!login.equals(by), "noPowerOverYourself");
        Standing standing = all().get(login);
        Refusal.unless(standing != null && manages(by, standing), "notYourPeople");
        return standing;
    }

    /** @throws Refusal if one of the groups is of an organisation that she does not manage, or a role that does not go with it */
    void requireMayGive(Set<String> groups, Login by) {
        Set<String> organisations = groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .collect(Collectors.toSet());
        Set<String> possible = new HashSet<>(organisations);
        organisations.forEach(organisation -> possible.add(workRole(organisation)));
        possible.add(AccessRules.MANAGERS);
        if (managesTheNetwork(by) && organisations.isEmpty()) {
            possible.addAll(NETWORK);
        }
        boolean ofTheNetwork = managesTheNetwork(by) && NETWORK.containsAll(groups);
        Refusal.unless(
                !groups.isEmpty() && (ofTheNetwork || !organisations.isEmpty()) && possible.containsAll(groups),
                "roleMissing");
        Refusal.unless(organisationsOf(by).containsAll(organisations), "notYourPeople");
    }

    /** All groups of a person with one more: whether it goes with them is decided for all. */
    Set<String> with(Standing standing, String group) {
        Set<String> all = new HashSet<>(standing.all());
        all.add(group);
        return all;
    }

    /** Whether a manager gives something in her own organisation: then nobody else must agree. */
    boolean decidesAlone(Set<String> groups, Login login, Login by) {
        Set<String> own = people.groupsOf(by);
        Set<String> all = new HashSet<>(groups);
        Standing standing = all().get(login);
        if (standing != null) {
            all.addAll(standing.all());
        }
        return own.contains(AccessRules.MANAGERS)
                && all.stream().anyMatch(group -> group.startsWith(People.ORGANISATION))
                && Collections.disjoint(all, NETWORK)
                && all.stream()
                        .filter(group -> group.startsWith(People.ORGANISATION))
                        .allMatch(own::contains);
    }
}
