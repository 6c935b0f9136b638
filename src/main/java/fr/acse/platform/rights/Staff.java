package fr.acse.platform.rights;

import com.google.re2j.Pattern;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Accounts;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Invitations;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people, disables them and sends them new links. A manager gives rights in the manager's own organisation without a second person.
 * For the coordination and administrators, the class creates requests, which a second person grants ({@link RightRequests}).
 */
@Service
@Transactional
@RequiredArgsConstructor
public class Staff {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9.@-]{2,62}");

    /** A login must contain one of these characters, because logins are removed from answers. A word of the software cannot be a login. */
    private static final Pattern OF_LOGINS_ONLY = Pattern.compile("[0-9.@]");

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+\\.[^@\\s<>,;\"]+");
    private static final int LONGEST = 120;

    /** @param held groups that the person was a member of */
    public record Disabled(Login login, Set<String> held, Login by, Instant at) {}

    /** @param address mail address that gets the invitation */
    public record Person(String login, String firstName, String lastName, String address) {}

    private final StaffPower power;
    private final RightRequests rights;
    private final RightNews news;
    private final Invitations invitations;
    private final FormerPeople former;
    private final People people;
    private final Accounts accounts;

    /**
     * Invites a new person.
     *
     * @param groups all groups that the person will be a member of
     * @throws Refusal if {@code by} may not invite into a group, the login is taken, or a detail of the person is missing or invalid
     */
    public void invite(Person person, Set<String> groups, Login by) {
        power.requireMayGive(groups, by);
        Refusal.unless(isName(person.firstName()) && isName(person.lastName()), "personName");
        requireAddress(person.address());
        Refusal.unless(
                person.login() != null
                        && LOGIN.matches(person.login())
                        && OF_LOGINS_ONLY.matcher(person.login()).find(),
                "loginForm");
        Login login = new Login(person.login());
        boolean taken = people.isTaken(login)
                || people.isGroup(login.value())
                || login.value().startsWith(People.ORGANISATION)
                || login.equals(Login.SYSTEM);
        Refusal.unless(!taken, "loginTaken", login);
        former.refuse(login);
        // The invited person chooses a password through the invitation link.
        accounts.create(
                login,
                person.firstName().strip(),
                person.lastName().strip(),
                person.address().strip(),
                Invitations.nobodys());
        begin(login, groups, true, by);
    }

    /**
     * Sends a person a new link after a lost telephone, a lost password, a disabling or an expired invitation.
     *
     * @param address new mail address of the person, or null to keep the old one
     * @throws Refusal if the address is new and the person has logged in before, because its reader could log in as this person
     */
    public void again(Login login, String address, Login by) {
        rights.oneAfterTheOther();
        StaffPower.Standing standing = power.requireMayManage(login, by);
        Set<String> groups = standing.all();
        power.requireMayGive(groups, by);
        if (power.watches(standing) || standing.disabled()) {
            news.tellOfDisabled(standing.organisations());
        }
        boolean elsewhere = isOther(address, login);
        if (elsewhere) {
            Refusal.unless(
                    standing.invitation() != null && standing.invitation().newcomer(), "addressIsHers");
            requireAddress(address);
            accounts.setAddress(login, address.strip());
        }
        if (!elsewhere && !standing.disabled()) {
            remind(login, groups, by);
            return;
        }
        if (!elsewhere && undone(login, by)) {
            return;
        }
        // A new address, or a disabled person, needs all rights again, granted by as many people as the first time.
        rights.withdraw(login);
        takeAway(login);
        former.enable(login);
        begin(login, groups, false, by);
    }

    /** Sends a new link to a person who keeps all rights. Rights of the invitation that were never given are requested again. */
    private void remind(Login login, Set<String> groups, Login by) {
        Set<String> held = people.groupsOf(login);
        Set<String> missing = new HashSet<>(groups);
        missing.removeAll(held);
        invitations.prepare(login, groups, false, by);
        if (!held.isEmpty()) {
            invitations.send(login);
        }
        if (!missing.isEmpty()) {
            give(login, missing, by);
        }
    }

    private boolean isOther(String address, Login login) {
        return address != null
                && !address.isBlank()
                && !address.strip().equals(people.addressOf(login).orElse(""));
    }

    /** Ends a person's sessions, rights and links, and frees the person's tasks. The login stays. */
    public void disable(Login login, Login by) {
        rights.oneAfterTheOther();
        StaffPower.Standing standing = power.requireMayManage(login, by);
        news.tellOfDisabled(standing.organisations());
        rights.withdraw(login);
        invitations.withdraw(login);
        invitations.forgetSecrets(login, by);
        takeAway(login);
        former.disable(login, standing.all(), standing.groups(), by);
    }

    /** People with a watching role who were disabled in the last seven days, the latest first. */
    @Transactional(readOnly = true)
    public List<Disabled> disabledWatchers() {
        return former.watchers();
    }

    /**
     * Enables a person with a watching role. A supervisor can do this, because possibly no other administrator is left.
     *
     * @throws Refusal if the person is not in {@link #disabledWatchers}
     */
    public void undo(Login login, Login by) {
        boolean isOneOfThem =
                disabledWatchers().stream().anyMatch(each -> each.login().equals(login));
        Refusal.unless(isOneOfThem && undone(login, by), "notDisabled");
        news.tellOfDisabled(Set.of());
    }

    /**
     * Gives a person who was disabled in the last seven days all former rights back, without a second person. The person must set a new
     * password. The disabling may have been an attack by another user.
     *
     * @return whether the person got the rights back
     */
    private boolean undone(Login login, Login by) {
        Optional<Set<String>> disabled = former.undo(login);
        disabled.ifPresent(held -> {
            invitations.prepare(login, held, false, by);
            held.forEach(group -> rights.giveInOwnOrganisation(login, group, by));
        });
        return disabled.isPresent();
    }

    /** Gives a person an additional role, or takes it away. */
    public void role(Login login, String group, boolean given, Login by) {
        rights.oneAfterTheOther();
        StaffPower.Standing standing = power.requireMayManage(login, by);
        Refusal.unless(standing.isWorking(), "personNotWorking");
        Refusal.unless(power.rolesBeside(standing).contains(group), "roleBeside");
        if (given) {
            power.requireMayGive(power.with(standing, group), by);
            give(login, Set.of(group), by);
        } else {
            Refusal.unless(
                    power.rolesBeside(standing).contains(group)
                            && standing.roles().size() > 1,
                    "roleBeside");
            if (power.isTakenByTwo(group)) {
                power.requireTwoWhoGrant(login, group);
                rights.ask(login, group, true, by);
            } else {
                accounts.leave(login, group);
            }
        }
    }

    private void begin(Login login, Set<String> groups, boolean newcomer, Login by) {
        invitations.prepare(login, groups, newcomer, by);
        give(login, groups, by);
    }

    private void give(Login login, Set<String> groups, Login by) {
        if (power.decidesAlone(groups, login, by)) {
            groups.forEach(group -> rights.giveInOwnOrganisation(login, group, by));
            news.tellOfManager();
        } else {
            groups.forEach(group -> rights.ask(login, group, false, by));
        }
    }

    private void takeAway(Login login) {
        people.groupsOf(login).forEach(group -> accounts.leave(login, group));
    }

    private static boolean isName(String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void requireAddress(String address) {
        Refusal.unless(
                address != null
                        && address.length() <= LONGEST
                        && ADDRESS.matcher(address.strip()).matches(),
                "mailAddress");
    }
}
