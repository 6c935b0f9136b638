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

/** The administrator who manages people and groups from the first start on. A start creates her if she is missing, and never changes her. */
@Component
record FirstAdministrator(Named named, IdentityService identity, Accounts accounts, Environment environment) {

    /** Settings {@code acse.admin.*}. */
    @ConfigurationProperties("acse.admin")
    record Named(
            Login login,
            String password,
            @DefaultValue("First") String firstName,
            @DefaultValue("Administrator") String lastName) {}

    /** @throws StartFailure if there is no administrator and none is named, or her password is weak */
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
