package fr.acse.platform.engine;

import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.application.ProcessApplicationReference;
import org.camunda.bpm.application.ProcessApplicationRegistration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.application.ProcessApplicationManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Adapts the engine to this application. This plugin comes first, so that the refusals of all other parts pass through
 * its interceptor.
 */
@Component
@Order(1)
@RequiredArgsConstructor
class EngineSettings extends AbstractProcessEnginePlugin {

    /** A set has fifteen processes. Definitions that are not used leave the memory and are read again when needed. */
    private static final int MOST_DEFINITIONS_IN_MEMORY = 120;

    private final DataSource dataSource;
    private final EngineTables tables;
    private final CaseLock caseLock;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        tables.begin();
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setCacheCapacity(MOST_DEFINITIONS_IN_MEMORY);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                EngineParts.with(configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(EngineParts.with(
                configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new RefusalInterceptor()));
        configuration.setCustomPostCommandInterceptorsTxRequired(EngineParts.with(
                EngineParts.with(
                        configuration.getCustomPostCommandInterceptorsTxRequired(), new CaseLock.Interceptor(caseLock)),
                new LongWork(new JdbcTemplate(dataSource))));
        configuration.setProcessApplicationManager(new OneApplication());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        tables.complete();
    }

    /** Gives each command an object of ours, in place of the engine's own or beside it. */
    static SessionFactory forEachCommand(Class<?> type, Supplier<Session> ours) {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return ours.get();
            }
        };
    }

    /**
     * Gives long commands more time. A deployment reads and tries all its models between two statements. On a slow machine this takes
     * longer than a transaction may be idle.
     */
    private static final class LongWork extends CommandInterceptor {

        private final JdbcTemplate jdbc;

        private LongWork(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof DeployCmd || command instanceof TakesLong) {
                jdbc.execute("set local idle_in_transaction_session_timeout = '5min'");
            }
            return next.execute(command);
        }
    }

    /**
     * Every model belongs to this application. Otherwise, for a model that the application has not registered, the engine would query all
     * earlier versions one by one at each step.
     */
    private static final class OneApplication extends ProcessApplicationManager {

        private volatile ProcessApplicationReference application;

        @Override
        public synchronized ProcessApplicationRegistration registerProcessApplicationForDeployments(
                Set<String> deployments, ProcessApplicationReference reference) {
            application = reference;
            return super.registerProcessApplicationForDeployments(deployments, reference);
        }

        @Override
        public ProcessApplicationReference getProcessApplicationForDeployment(String deployment) {
            return application;
        }
    }
}
