package fr.acse.platform.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lays the rules of access into the engine, below every door that leads to it. */
@Component
public class AccessSettings extends AbstractProcessEnginePlugin {

    /** Length is what makes a password hard to guess (OWASP ASVS 5, 6.2.1). */
    public static final int SHORTEST_PASSWORD = 12;

    private static final String STATEMENTS = "visible-tasks.xml";

    private final Power power;

    AccessSettings(@Lazy Power power) {
        this.power = power;
    }

    /** A part of the engine that one of ours takes the place of, for each command. */
    private record InPlaceOf(Class<?> engines, Supplier<Session> ours) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return engines;
        }

        @Override
        public Session openSession() {
            return ours.get();
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<SessionFactory> factories = new ArrayList<>(List.of(
                new InPlaceOf(AuthorizationManager.class, NeedToKnow::new),
                new InPlaceOf(TaskManager.class, VisibleTasks::new),
                new InPlaceOf(VariableInstanceManager.class, CaseReferencesOnly::new)));
        if (configuration.getCustomSessionFactories() != null) {
            factories.addAll(configuration.getCustomSessionFactories());
        }
        configuration.setCustomSessionFactories(factories);
        configuration.setCommandCheckers(List.of(new TaskChecks()));
        configuration.setResourceAuthorizationProvider(new NoCopiedRights());
        Passwords passwords = new Passwords();
        String nobodys = passwords.encrypt(UUID.randomUUID().toString());
        configuration.setPasswordEncryptor(passwords);
        configuration.setEnablePasswordPolicy(true);
        List<PasswordPolicyRule> rules = List.of(
                new PasswordPolicyLengthRuleImpl(SHORTEST_PASSWORD),
                new PasswordPolicyUserDataRuleImpl(),
                new CommonPasswords());
        configuration.setPasswordPolicy(() -> rules);
        configuration.setIdentityProviderSessionFactory(
                new InPlaceOf(PeopleProvider.class, () -> new PeopleProvider(passwords, nobodys, power)));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        Configuration statements = configuration.getSqlSessionFactory().getConfiguration();
        try (InputStream xml = AccessSettings.class.getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(xml, statements, STATEMENTS, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
