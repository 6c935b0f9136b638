package fr.acse.platform.access;

import fr.acse.Refusal;
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
}
