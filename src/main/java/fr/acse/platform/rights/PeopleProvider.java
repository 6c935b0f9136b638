package fr.acse.platform.rights;

import fr.acse.audit.Act;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.login.Passwords;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Checks a password although the login does not exist, so that the answer takes the same time. */
class PeopleProvider extends DbIdentityServiceProvider {

    private final Power power;

    PeopleProvider(Power power) {
        this.power = power;
    }

    @Override
    public boolean checkPassword(String login, String password) {
        if (login == null || password == null || findUserById(login) == null) {
            Passwords.checkAgainstNobodys(String.valueOf(password));
            return false;
        }
        return super.checkPassword(login, password);
    }

    /**
     * An administrator cannot put herself into a group, because she must not see what it sees. To put others into
     * one, she needs a second person.
     */
    @Override
    public IdentityOperationResult createMembership(String login, String group) {
        if (login.equals(getCommandContext().getAuthenticatedUserId()) && isAskedByAPerson()) {
            throw new Refusal("ownGroup");
        }
        if (existsMembership(login, group)) {
            return new IdentityOperationResult(null, IdentityOperationResult.OPERATION_NONE);
        }
        if (isAskedByAPerson()) {
            checkAuthorization(Permissions.CREATE, Resources.GROUP_MEMBERSHIP, group);
            Refusal.unless(findUserById(login) != null && findGroupById(group) != null, "noSuchMember");
            power.ask(new Login(login), group, false);
            throw new Refusal("rightAsked", login, group);
        }
        IdentityOperationResult given = super.createMembership(login, group);
        power.note(Act.RIGHT_GIVEN, login, group);
        return given;
    }

    private boolean isAskedByAPerson() {
        return Caller.isThroughHttp() && getCommandContext().isAuthorizationCheckEnabled();
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity saved = (UserEntity) user;
        boolean isNew = saved.getRevision() == 0;
        String before = saved.getPassword();
        IdentityOperationResult result = super.saveUser(user);
        power.note(isNew ? Act.PERSON_CREATED : Act.PERSON_CHANGED, saved.getId(), "");
        if (!Objects.equals(before, saved.getPassword())) {
            power.note(Act.PASSWORD_SET, saved.getId(), "");
        }
        return result;
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        boolean isNew = ((GroupEntity) group).getRevision() == 0;
        IdentityOperationResult result = super.saveGroup(group);
        power.note(isNew ? Act.GROUP_CREATED : Act.GROUP_CHANGED, group.getId(), "");
        return result;
    }

    /** The tasks that she had for the group go back to it at once. */
    @Override
    public IdentityOperationResult deleteMembership(String login, String group) {
        if (isAskedByAPerson()) {
            checkAuthorization(Permissions.DELETE, Resources.GROUP_MEMBERSHIP, group);
        }
        power.oneAfterTheOther();
        if (!power.isIn(new Login(login), group)) {
            return new IdentityOperationResult(null, IdentityOperationResult.OPERATION_NONE);
        }
        if (isAskedByAPerson()) {
            boolean closes = power.closes(new Login(login), group);
            if (closes || StaffPower.TAKEN_BY_TWO.contains(group)) {
                power.requireTwoWhoGrant(new Login(login), group);
                power.ask(new Login(login), group, true);
                throw new Refusal(closes ? "closingAsked" : "rightAwayAsked", login, group);
            }
        }
        if (Caller.isThroughHttp()) {
            power.requireTwoWhoGrant(new Login(login), group);
        }
        IdentityOperationResult left = super.deleteMembership(login, group);
        TasksOfLeavers.giveBack(login, group, power::freed);
        power.standIn(new Login(login), Set.of(group));
        power.note(Act.RIGHT_TAKEN, login, group);
        return left;
    }

    @Override
    public IdentityOperationResult deleteUser(String login) {
        Refusal.unless(!isAskedByAPerson(), "peopleStay");
        Set<String> groups = groupsOf(login);
        IdentityOperationResult gone = super.deleteUser(login);
        TasksOfLeavers.giveBackAll(login, power::freed);
        power.standIn(new Login(login), groups);
        power.gone(new Login(login));
        return gone;
    }

    private List<String> membersOf(String group) {
        return getCommandContext()
                .runWithoutAuthorization(() -> createUserQuery(getCommandContext()).memberOfGroup(group).list().stream()
                        .map(User::getId)
                        .toList());
    }

    private Set<String> groupsOf(String login) {
        return getCommandContext()
                .runWithoutAuthorization(() -> createGroupQuery(getCommandContext()).groupMember(login).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet()));
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        Refusal.unless(!isAskedByAPerson(), "groupsStay");
        List<String> members = membersOf(group);
        IdentityOperationResult gone = super.deleteGroup(group);
        members.forEach(login -> TasksOfLeavers.giveBack(login, group, power::freed));
        power.note(Act.GROUP_DELETED, group, "");
        return gone;
    }
}
