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
 * Adapts the engine to this application. This plugin runs first (order 1), so that the refusals of all other plugins pass through its
 * {@link RefusalInterceptor}.
 */
@Component
@Order(1)
@RequiredArgsConstructor
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Most definitions of each kind in the engine's cache. The engine reads a dropped definition again from the database. */
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

    /** Gives each engine command a session object of this application, which replaces or supplements the engine's own session objects. */
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
     * Raises the idle limit of a transaction from 10 seconds to 5 minutes for long commands. A deployment reads and checks all its models
     * between two SQL statements. On a slow machine, a deployment exceeds the limit of 10 seconds.
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
     * Assigns every model to this application. Without this assignment, the engine would query all earlier versions of a model that is not
     * registered, one by one at each step.
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
