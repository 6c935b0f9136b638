package fr.acse.platform.rights;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.cover.CoverNews;
import fr.acse.platform.cover.SecretGroups;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.words.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Records what is done with people and groups; what needs two people waits for the second one. */
@Component
public class PeopleChanges {

    private final RightRequests rights;
    private final CoverNews cover;
    private final SecretGroups shelters;
    private final People people;
    private final Roles roles;
    private final AuditLog audit;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PeopleChanges(
            RightRequests rights,
            CoverNews cover,
            SecretGroups shelters,
            People people,
            Roles roles,
            AuditLog audit,
            CurrentPerson person,
            JdbcTemplate jdbc,
            Clock clock) {
        this.rights = rights;
        this.cover = cover;
        this.shelters = shelters;
        this.people = people;
        this.roles = roles;
        this.audit = audit;
        this.person = person;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void note(Act act, String subject, String detail) {
        audit.add(act, person.login(), subject, detail);
    }

    /** @param away whether it is to be taken away */
    public void ask(Login login, String group, boolean away) {
        rights.askAlthoughRefused(login, group, away, person.login());
    }

    /** @throws Refusal if fewer than two people could grant rights without her: nobody could give any more */
    public void requireTwoWhoGrant(Login leaving, String group) {
        Set<String> granting = roles.with(Roles.Power.GRANTS);
        if (!granting.contains(group)) {
            return;
        }
        long left = granting.stream()
                .flatMap(each -> people.membersOf(each).stream()
                        .filter(member -> !each.equals(group) || !member.equals(leaving)))
                .distinct()
                .count();
        Refusal.unless(left >= 2, "twoGrant");
    }

    /** Two who leave at once are counted one after the other. */
    public void oneAfterTheOther() {
        rights.oneAfterTheOther();
    }

    /** Read from the table, because she may have left while this request waited. */
    public boolean isIn(Login login, String group) {
        return people.groupsOf(login).contains(group);
    }

    /**
     * Whether an association or a shelter is closed if somebody leaves one of its groups.
     *
     * @throws Refusal if nobody would work there any more, although it would not be closed
     */
    public boolean closes(Login leaving, String group) {
        if (roles.ofWork().contains(group)) {
            Refusal.unless(
                    people.groupsOf(leaving).stream().noneMatch(each -> rights.leavesNobodyAtWork(leaving, each)),
                    "lastOfOrganisation");
            return false;
        }
        return rights.closes(leaving, group);
    }

    /** Those of some groups in which nobody works any more, if they are of associations. */
    public Set<String> leftAlone(Login left, Set<String> groups) {
        return groups.stream()
                .filter(this::isOfAssociation)
                .filter(group -> Set.of(left).containsAll(people.membersOf(group)))
                .collect(Collectors.toSet());
    }

    /** @throws Refusal if somebody had this login before */
    void refuseFormer(Login login) {
        if (!jdbc.queryForList("select 1 from former_login where login = ?", login.value())
                .isEmpty()) {
            throw new Refusal("formerLogin", login);
        }
    }

    private boolean isOfAssociation(String group) {
        return group.startsWith(People.ORGANISATION) && !shelters.isSecret(group);
    }

    /** A task of somebody who left is free again. */
    public void freed(String step, String reference, String from, Set<String> groups) {
        note(Act.TASK_HANDED_OVER, reference == null ? "" : reference, step + " LEFT from=" + from);
        cover.free(groups, CaseReference.orNull(reference));
    }

    /** Somebody is not there any more. */
    public void gone(Login login) {
        jdbc.update(
                "insert into former_login (login, gone_at) values (?, ?) on conflict do nothing",
                login.value(),
                Timestamp.from(clock.instant()));
        rights.withdraw(login);
        jdbc.update("delete from notice where person = ?", login.value());
        for (String table : List.of("second_factor", "invitation", "disabled_person")) {
            jdbc.update("delete from " + table + " where login = ?", login.value());
        }
        note(Act.PERSON_DELETED, login.value(), "");
    }
}
