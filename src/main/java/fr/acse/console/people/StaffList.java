package fr.acse.console.people;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.SecretGroups;
import fr.acse.platform.identity.People;
import fr.acse.platform.rights.StaffPower;
import fr.acse.platform.rights.StaffPower.Standing;
import fr.acse.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people whom a user manages. The list shows words instead of group ids. */
@Component
@RequiredArgsConstructor
class StaffList {

    /** The state of a person. */
    enum State {
        WORKS,
        ROLE_WAITS,
        WAITS,
        REFUSED,
        INVITED,
        EXPIRED,
        DISABLED
    }

    /** @param value group id of the role */
    record Choice(String value, String label) {}

    /**
     * @param roles roles of the person, in words
     * @param beside additional roles that the person can have
     * @param has group ids of all roles of the person
     * @param newcomer whether the person has never logged in, so that the mail address can be corrected
     * @param mine whether the person is the user
     */
    record Member(
            Login login,
            String name,
            String address,
            List<String> roles,
            List<Choice> beside,
            Set<String> has,
            State state,
            Instant until,
            boolean newcomer,
            boolean mine) {}

    /** @param value group of the association or shelter; empty for the network itself */
    record Team(String value, String label, List<Member> people) {}

    /** @param network roles for a person who works for no organisation; empty if the user may not give them */
    record Shown(List<Team> teams, List<Choice> network) {}

    private final StaffPower power;
    private final People people;
    private final SecretGroups shelters;
    private final Clock clock;

    @Transactional(readOnly = true)
    public Shown of(Login reader) {
        Collection<Standing> everybody = power.all().values();
        boolean all = power.managesTheNetwork(reader);
        Stream<Team> organisations = power.organisationsOf(reader).stream()
                .sorted()
                .map(group -> new Team(group, label(group), members(everybody, reader, group)));
        Stream<Team> network =
                all ? Stream.of(new Team("", Words.of("people.network"), ofNobody(everybody, reader))) : Stream.of();
        return new Shown(
                Stream.concat(network, organisations).toList(), all ? choices(power.networkRoles()) : List.of());
    }

    private String label(String group) {
        String code = group.substring(People.ORGANISATION.length());
        return Words.of(shelters.isSecret(group) ? "people.shelter" : "people.association", code);
    }

    private List<Member> members(Collection<Standing> everybody, Login reader, String group) {
        return everybody.stream()
                .filter(standing -> standing.organisations().contains(group))
                .map(standing -> member(standing, reader))
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    private List<Member> ofNobody(Collection<Standing> everybody, Login reader) {
        return everybody.stream()
                .filter(standing -> standing.organisations().isEmpty())
                .map(standing -> member(standing, reader))
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    private Member member(Standing standing, Login reader) {
        List<Choice> beside =
                choices(power.rolesBeside(standing).stream().sorted().toList());
        return new Member(
                standing.login(),
                people.nameOf(standing.login()),
                people.addressOf(standing.login()).orElse(""),
                choices(standing.roles().stream().sorted().toList()).stream()
                        .map(Choice::label)
                        .toList(),
                beside,
                standing.roles(),
                state(standing),
                standing.invitation() == null ? null : standing.invitation().expiresAt(),
                standing.invitation() != null && standing.invitation().newcomer(),
                standing.login().equals(reader));
    }

    private State state(Standing standing) {
        if (standing.disabled()) {
            return State.DISABLED;
        }
        if (standing.invitation() == null) {
            return power.isAsked(standing.login()) ? State.ROLE_WAITS : State.WORKS;
        }
        if (!standing.invitation().told()) {
            return power.isAsked(standing.login()) ? State.WAITS : State.REFUSED;
        }
        Instant until = standing.invitation().expiresAt();
        return until == null || until.isAfter(clock.instant()) ? State.INVITED : State.EXPIRED;
    }

    private static List<Choice> choices(Collection<String> roles) {
        return roles.stream()
                .map(role -> new Choice(role, Words.of("role." + role)))
                .toList();
    }
}
