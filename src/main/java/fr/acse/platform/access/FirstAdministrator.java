package fr.acse.platform.access;

import fr.acse.codes.Login;
import fr.acse.platform.identity.Accounts;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.login.Passwords;
import fr.acse.platform.start.DemoProfile;
import fr.acse.platform.start.RehearsalProfile;
import fr.acse.platform.start.StartFailure;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The first administrator of people and groups. A start creates the account if it is missing, and never changes an existing account. */
@Component
record FirstAdministrator(Named named, IdentityService identity, Accounts accounts, Environment environment) {

    /** The settings {@code acse.admin.*}. */
    @ConfigurationProperties("acse.admin")
    record Named(
            Login login,
            String password,
            @DefaultValue("First") String firstName,
            @DefaultValue("Administrator") String lastName) {}

    /** @throws StartFailure if no administrator exists and the settings name none, or if the password is too weak */
    void enter() {
        if (named.login() != null
                && identity.createUserQuery().userId(named.login().value()).count() == 0) {
            User user = identity.newUser(named.login().value());
            user.setFirstName(named.firstName());
            user.setLastName(named.lastName());
            user.setPassword(named.password());
            save(user);
            identity.createMembership(named.login().value(), Roles.ADMINISTRATORS);
        }
        if (identity.createUserQuery().memberOfGroup(Roles.ADMINISTRATORS).count() == 0) {
            throw new StartFailure("start.noAdministrator");
        }
    }

    private void save(User user) {
        if (environment.acceptsProfiles(Profiles.of(DemoProfile.NAME, RehearsalProfile.NAME))) {
            accounts.save(user);
            return;
        }
        try {
            identity.saveUser(user);
        } catch (ProcessEngineException weak) {
            throw new StartFailure("start.weakPassword", Passwords.SHORTEST);
        }
    }
}
