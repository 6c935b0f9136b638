package fr.acse.platform.engine;

import fr.acse.audit.Act;
import fr.acse.codes.Login;
import fr.acse.platform.assignment.GroupBehind;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.login.CommonPasswords;
import fr.acse.platform.login.Passwords;
import fr.acse.platform.rights.PeopleChanges;
import fr.acse.words.Refusal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Manages people and groups. The audit log records every change. A change that needs two people waits for the second person. */
class PeopleProvider extends DbIdentityServiceProvider {

    private final PeopleChanges changes;
    private final Roles roles;
    private final TasksOfLeavers tasks;

    private PeopleProvider(PeopleChanges changes, Roles roles, ObjectProvider<GroupBehind> groups) {
        this.changes = changes;
        this.roles = roles;
        this.tasks = new TasksOfLeavers(changes, roles, groups);
    }

    /** Checks a password. If the login does not exist, the method checks another hash, so that the answer takes the same time. */
    @Override
    public boolean checkPassword(String login, String password) {
        if (login == null || password == null || findUserById(login) == null) {
            Passwords.checkAgainstNobodys(String.valueOf(password));
            return false;
        }
        return super.checkPassword(login, password);
    }

    /**
     * Users cannot add themselves to a group, because an administrator must not see what the members of the group see. If a user adds
     * another person to a group, a second person must grant the right.
     */
    @Override
    public IdentityOperationResult createMembership(String login, String group) {
        if (login.equals(getCommandContext().getAuthenticatedUserId()) && EngineAccess.isAskedByAPerson()) {
            throw new Refusal("ownGroup");
        }
        if (existsMembership(login, group)) {
            return new IdentityOperationResult(null, IdentityOperationResult.OPERATION_NONE);
        }
        if (EngineAccess.isAskedByAPerson()) {
            checkAuthorization(Permissions.CREATE, Resources.GROUP_MEMBERSHIP, group);
            Refusal.unless(findUserById(login) != null && findGroupById(group) != null, "noSuchMember");
            changes.ask(new Login(login), group, false);
            throw new Refusal("rightAsked", login, group);
        }
        IdentityOperationResult given = super.createMembership(login, group);
        changes.note(Act.RIGHT_GIVEN, login, group);
        return given;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity saved = (UserEntity) user;
        boolean isNew = saved.getRevision() == 0;
        String before = saved.getPassword();
        IdentityOperationResult result = super.saveUser(user);
        changes.note(isNew ? Act.PERSON_CREATED : Act.PERSON_CHANGED, saved.getId(), "");
        if (!Objects.equals(before, saved.getPassword())) {
            changes.note(Act.PASSWORD_SET, saved.getId(), "");
        }
        return result;
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        boolean isNew = ((GroupEntity) group).getRevision() == 0;
        IdentityOperationResult result = super.saveGroup(group);
        changes.note(isNew ? Act.GROUP_CREATED : Act.GROUP_CHANGED, group.getId(), "");
        return result;
    }

    /** Removes a person from a group. The person's tasks of this group become unassigned in the same transaction. */
    @Override
    public IdentityOperationResult deleteMembership(String login, String group) {
        if (EngineAccess.isAskedByAPerson()) {
            checkAuthorization(Permissions.DELETE, Resources.GROUP_MEMBERSHIP, group);
        }
        changes.oneAfterTheOther();
        if (!changes.isIn(new Login(login), group)) {
            return new IdentityOperationResult(null, IdentityOperationResult.OPERATION_NONE);
        }
        if (EngineAccess.isAskedByAPerson()) {
            boolean closes = changes.closes(new Login(login), group);
            if (closes || roles.may(Set.of(group), Roles.Power.WATCHES)) {
                changes.requireTwoWhoGrant(new Login(login), group);
                changes.ask(new Login(login), group, true);
                throw new Refusal(closes ? "closingAsked" : "rightAwayAsked", login, group);
            }
        }
        if (Caller.isThroughHttp()) {
            changes.requireTwoWhoGrant(new Login(login), group);
        }
        IdentityOperationResult left = super.deleteMembership(login, group);
        tasks.giveBack(login, group);
        changes.leftAlone(new Login(login), Set.of(group)).forEach(tasks::forWhoStandsInToo);
        changes.note(Act.RIGHT_TAKEN, login, group);
        return left;
    }

    @Override
    public IdentityOperationResult deleteUser(String login) {
        Refusal.unless(!EngineAccess.isAskedByAPerson(), "peopleStay");
        Set<String> groups = groupsOf(login);
        IdentityOperationResult gone = super.deleteUser(login);
        tasks.giveBackAll(login);
        changes.leftAlone(new Login(login), groups).forEach(tasks::forWhoStandsInToo);
        changes.gone(new Login(login));
        return gone;
    }

    private Set<String> groupsOf(String login) {
        return getCommandContext()
                .runWithoutAuthorization(() -> createGroupQuery(getCommandContext()).groupMember(login).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet()));
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        Refusal.unless(!EngineAccess.isAskedByAPerson(), "groupsStay");
        List<User> members = getCommandContext()
                .runWithoutAuthorization(() -> createUserQuery(getCommandContext())
                        .memberOfGroup(group)
                        .list());
        IdentityOperationResult gone = super.deleteGroup(group);
        members.forEach(member -> tasks.giveBack(member.getId(), group));
        changes.note(Act.GROUP_DELETED, group, "");
        return gone;
    }

    /**
     * Frees the tasks of a person who may no longer work on them. A task with candidates becomes unassigned. A task that a model assigned
     * to this person alone is offered to its {@link GroupBehind} and to the role with the permission {@code STANDS_IN}.
     */
    private static final class TasksOfLeavers {

        private final PeopleChanges changes;
        private final Roles roles;
        private final ObjectProvider<GroupBehind> groups;
        private final String standsIn;

        private TasksOfLeavers(PeopleChanges changes, Roles roles, ObjectProvider<GroupBehind> groups) {
            this.changes = changes;
            this.roles = roles;
            this.groups = groups;
            this.standsIn = roles.the(Roles.Power.STANDS_IN);
        }

        /** Frees the tasks that a person may no longer do after leaving the group. */
        private void giveBack(String login, String group) {
            NeedToKnow access = (NeedToKnow) Context.getCommandContext().getAuthorizationManager();
            Set<String> remaining = new HashSet<>(access.groupsOf(login));
            remaining.remove(group);
            if (roles.ofWork().contains(group) && Collections.disjoint(remaining, roles.ofWork())) {
                remaining.removeIf(each -> each.startsWith(People.ORGANISATION));
            }
            giveBackUnless(remaining, login);
        }

        /** Frees the tasks of a person whose login was deleted. */
        private void giveBackAll(String login) {
            giveBackUnless(Set.of(), login);
        }

        /**
         * Offers the open tasks of a group to the role with the permission {@code STANDS_IN}, because nobody works in the group any more.
         */
        private void forWhoStandsInToo(String group) {
            CommandContext context = Context.getCommandContext();
            context.runWithoutAuthorization(() -> {
                TaskQueryImpl ofGroup = new TaskQueryImpl();
                ofGroup.taskCandidateGroup(group).includeAssignedTasks();
                context.getTaskManager().findTasksByQueryCriteria(ofGroup).stream()
                        .map(TaskEntity.class::cast)
                        .filter(task -> !candidates(task).contains(standsIn))
                        .forEach(task -> task.addCandidateGroup(standsIn));
                return null;
            });
        }

        private void giveBackUnless(Set<String> remaining, String login) {
            CommandContext context = Context.getCommandContext();
            context.runWithoutAuthorization(() -> {
                List<Task> inHand =
                        context.getTaskManager().findTasksByQueryCriteria(new TaskQueryImpl().taskAssignee(login));
                inHand.forEach(task -> giveBack((TaskEntity) task, remaining));
                return null;
            });
        }

        private void giveBack(TaskEntity task, Set<String> remaining) {
            Set<String> candidates = candidates(task);
            if (!candidates.isEmpty()) {
                if (Collections.disjoint(candidates, remaining)) {
                    free(task, candidates);
                }
                return;
            }
            groups.orderedStream()
                    .flatMap(each -> each.of(task).stream())
                    .findFirst()
                    .filter(group -> !remaining.contains(group))
                    .ifPresent(group -> {
                        task.addCandidateGroup(group);
                        task.addCandidateGroup(standsIn);
                        free(task, Set.of(group, standsIn));
                    });
        }

        private static Set<String> candidates(TaskEntity task) {
            return task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        }

        /** Makes a task unassigned and informs the listeners of the task, so that an alarm about the task starts again. */
        private void free(TaskEntity task, Set<String> offeredTo) {
            String from = task.getAssignee();
            task.setAssignee(null);
            task.triggerUpdateEvent();
            changes.freed(task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey(), from, offeredTo);
        }
    }

    /** Stops the engine from adding permission rows for the people of a task, which the engine would keep after the end of the task. */
    private static final class NoCopiedRights extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String person, String type) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
            return null;
        }

        /**
         * Adds no permission for a deployment. With such a permission, the person who deployed models could delete the models together with
         * their running instances.
         */
        @Override
        public AuthorizationEntity[] newDeployment(Deployment deployment) {
            return null;
        }
    }

    /** Sets the engine's classes for people and groups, for the storage of passwords, and for the password policy. */
    @Component
    static class Settings extends AbstractProcessEnginePlugin {

        private final Supplier<PeopleChanges> changes;
        private final ObjectProvider<GroupBehind> groups;
        private final Roles roles;
        private final Passwords passwords;

        Settings(
                ObjectProvider<PeopleChanges> changes,
                ObjectProvider<GroupBehind> groups,
                Roles roles,
                Passwords passwords) {
            this.changes = SingletonSupplier.of(changes::getObject);
            this.groups = groups;
            this.roles = roles;
            this.passwords = passwords;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setResourceAuthorizationProvider(new NoCopiedRights());
            configuration.setIdentityProviderSessionFactory(EngineSettings.forEachCommand(
                    PeopleProvider.class, () -> new PeopleProvider(changes.get(), roles, groups)));
            configuration.setPasswordEncryptor(new Hashed(passwords));
            configuration.setEnablePasswordPolicy(true);
            List<PasswordPolicyRule> rules = List.of(
                    new PasswordPolicyLengthRuleImpl(Passwords.SHORTEST),
                    new PasswordPolicyUserDataRuleImpl(),
                    new CommonPasswords());
            configuration.setPasswordPolicy(() -> rules);
        }
    }

    private record Hashed(Passwords passwords) implements PasswordEncryptor {

        @Override
        public String encrypt(String password) {
            return passwords.encrypt(password);
        }

        @Override
        public boolean check(String password, String encrypted) {
            return passwords.check(password, encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return "ARGON2";
        }
    }
}
