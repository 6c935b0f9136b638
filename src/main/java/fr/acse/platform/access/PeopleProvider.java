package fr.acse.platform.access;

import fr.acse.Refusal;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;

/** Checks a password against nobody's, so that an answer takes as long for a login that does not exist. */
class PeopleProvider extends DbIdentityServiceProvider {

    private final PasswordEncryptor passwords;
    private final String nobodys;

    PeopleProvider(PasswordEncryptor passwords, String nobodys) {
        this.passwords = passwords;
        this.nobodys = nobodys;
    }

    @Override
    public boolean checkPassword(String login, String password) {
        if (login == null || password == null || findUserById(login) == null) {
            passwords.check(String.valueOf(password), nobodys);
            return false;
        }
        return super.checkPassword(login, password);
    }

    /** Whoever keeps the groups gives none to herself: what she would see then she is not to see. */
    @Override
    public IdentityOperationResult createMembership(String login, String group) {
        if (login.equals(getCommandContext().getAuthenticatedUserId())) {
            throw new Refusal("ownGroup");
        }
        return existsMembership(login, group)
                ? new IdentityOperationResult(null, IdentityOperationResult.OPERATION_NONE)
                : super.createMembership(login, group);
    }

    /** What she had in hand for the group goes back to it in the same moment. */
    @Override
    public IdentityOperationResult deleteMembership(String login, String group) {
        IdentityOperationResult left = super.deleteMembership(login, group);
        TasksOfLeavers.giveBack(login, group);
        return left;
    }

    @Override
    public IdentityOperationResult deleteUser(String login) {
        IdentityOperationResult gone = super.deleteUser(login);
        TasksOfLeavers.giveBackAll(login);
        return gone;
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        List<String> members = getCommandContext()
                .runWithoutAuthorization(() -> createUserQuery(getCommandContext()).memberOfGroup(group).list().stream()
                        .map(User::getId)
                        .toList());
        IdentityOperationResult gone = super.deleteGroup(group);
        members.forEach(login -> TasksOfLeavers.giveBack(login, group));
        return gone;
    }
}
