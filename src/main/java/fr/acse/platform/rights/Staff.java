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
 * Invites people, disables them and sends them new links. A manager does this in her own organisation at once. The coordination and
 * administrators make requests, which a second person grants ({@link RightRequests}).
 */
@Service
@Transactional
@RequiredArgsConstructor
public class Staff {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9.@-]{2,62}");

    /** A login has one of these characters, so that no word of the software is a login and removed from answers. */
    private static final Pattern OF_LOGINS_ONLY = Pattern.compile("[0-9.@]");

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+\\.[^@\\s<>,;\"]+");
    private static final int LONGEST = 120;

    /** @param held groups that she was in */
    public record Disabled(Login login, Set<String> held, Login by, Instant at) {}

    /** @param address mail address to which her invitation is sent */
    public record Person(String login, String firstName, String lastName, String address) {}

    private final StaffPower power;
    private final RightRequests rights;
    private final RightNews news;
    private final Invitations invitations;
    private final FormerPeople former;
    private final People people;
    private final Accounts accounts;

    /**
     * Invites somebody new.
     *
     * @param groups all groups that she is to be in
     * @throws Refusal if she may not invite into one of them, the login is taken, or something about the person is missing or wrong
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
        // She sets her own password with the invitation.
        accounts.create(
                login,
                person.firstName().strip(),
                person.lastName().strip(),
                person.address().strip(),
                Invitations.nobodys());
        begin(login, groups, true, by);
    }

    /**
     * Sends a new link to somebody: she lost her telephone or her password, was disabled, or let her invitation pass.
     *
     * @param address corrected one, or null
     * @throws Refusal if the address is new and she has logged in before: its reader could act in her name with the link
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
        // For another address, or a disabled person, the rights are given anew, by as many people as the first time.
        rights.withdraw(login);
        takeAway(login);
        former.enable(login);
        begin(login, groups, false, by);
    }

    /** She keeps her rights. Missing rights to which she was invited are requested again. */
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

    /** Ends her sessions, rights and links, and frees her tasks. She keeps her login. */
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

    /** People with a watching role who were disabled within the last week, the latest first. */
    @Transactional(readOnly = true)
    public List<Disabled> disabledWatchers() {
        return former.watchers();
    }

    /**
     * A supervisor enables a person whom an administrator disabled, because there may be no other administrator left.
     *
     * @throws Refusal if she is none of {@link #disabledWatchers}
     */
    public void undo(Login login, Login by) {
        boolean isOneOfThem =
                disabledWatchers().stream().anyMatch(each -> each.login().equals(login));
        Refusal.unless(isOneOfThem && undone(login, by), "notDisabled");
        news.tellOfDisabled(Set.of());
    }

    /**
     * Gives a person who was disabled within the last week her rights back; she sets a new password. Somebody may have disabled her to
     * take power away.
     *
     * @return whether she got them back
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
