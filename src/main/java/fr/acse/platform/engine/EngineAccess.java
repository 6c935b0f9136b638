package fr.acse.platform.engine;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.LiveTasks;
import fr.acse.platform.identity.Accounts;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** Runs actions that the engine allows only inside its own commands. */
@Component
class EngineAccess extends AbstractProcessEnginePlugin implements Unchecked, CurrentPerson, LiveTasks, Accounts {

    private ProcessEngineConfigurationImpl configuration;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        configuration = engine;
    }

    @Override
    public <T> T call(Callable<T> action) {
        return configuration.getCommandExecutorTxRequired().execute(command -> command.runWithoutAuthorization(action));
    }

    @Override
    public Login login() {
        if (Caller.isThroughHttp()) {
            return Caller.person().orElseThrow(() -> new Refusal("login"));
        }
        Authentication authentication = configuration.getIdentityService().getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null
                ? Login.SYSTEM
                : new Login(authentication.getUserId());
    }

    @Override
    public Optional<DelegateTask> find(String id) {
        return Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(id));
    }

    private IdentityServiceImpl identity() {
        return (IdentityServiceImpl) configuration.getIdentityService();
    }

    @Override
    public void save(User user) {
        identity().saveUser(user, true);
    }

    @Override
    public void create(Login login, String firstName, String lastName, String address, String password) {
        run(() -> {
            User user = identity().newUser(login.value());
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setEmail(address);
            user.setPassword(password);
            save(user);
        });
    }

    @Override
    public void setAddress(Login login, String address) {
        run(() -> {
            User user = user(login);
            user.setEmail(address);
            identity().saveUser(user);
        });
    }

    @Override
    public void setPassword(Login login, String password) {
        run(() -> {
            User user = user(login);
            user.setPassword(password);
            save(user);
        });
    }

    @Override
    public boolean isGood(Login login, String password) {
        return call(() ->
                identity().checkPasswordAgainstPolicy(password, user(login)).isValid());
    }

    private User user(Login login) {
        return identity().createUserQuery().userId(login.value()).singleResult();
    }

    @Override
    public void join(Login login, String group) {
        run(() -> identity().createMembership(login.value(), group));
    }

    @Override
    public void leave(Login login, String group) {
        run(() -> identity().deleteMembership(login.value(), group));
    }

    /** Whether a person's request runs this command directly; false if a delegate or the software itself runs the command. */
    static boolean isAskedByAPerson() {
        CommandContext around = Context.getCommandContext();
        return Caller.isThroughHttp() && (around == null || around.isAuthorizationCheckEnabled());
    }
}
