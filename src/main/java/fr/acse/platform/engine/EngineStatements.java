package fr.acse.platform.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's SQL statements in a separate thread during the start, because reading them takes most of the time to build the engine.
 * The statements are read in the same way as in the engine's method {@code initSqlSessionFactory}.
 */
@Component
@Order(EngineStatements.AFTER_THE_DATA_SOURCE)
public class EngineStatements extends AbstractProcessEnginePlugin {

    /** The Camunda starter sets the data source at order 0. A later order leaves more time for reading the SQL statements. */
    static final int AFTER_THE_DATA_SOURCE = Ordered.LOWEST_PRECEDENCE;

    private static final String DATABASE = "postgres";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final AtomicReference<FutureTask<Configuration>> BEGUN = new AtomicReference<>();

    /** Begins to read the SQL statements. The engine that is built next uses these statements. */
    public static void begin() {
        FutureTask<Configuration> reading = new FutureTask<>(EngineStatements::read);
        BEGUN.set(reading);
        Thread thread = new Thread(reading, "engine-statements");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        QueryProperties.remember();
        FutureTask<Configuration> begun = BEGUN.getAndSet(null);
        if (begun == null || !isAsRead(configuration)) {
            return;
        }
        Configuration statements = result(begun);
        statements.setEnvironment(
                new Environment("default", new ManagedTransactionFactory(), configuration.getDataSource()));
        statements.setDefaultStatementTimeout(configuration.getJdbcStatementTimeout());
        if (configuration.isJdbcBatchProcessing()) {
            statements.setDefaultExecutorType(ExecutorType.BATCH);
        }
        configuration.setSqlSessionFactory(new DefaultSqlSessionFactory(statements));
    }

    /** Whether the engine can use these statements; another table prefix or kind of database needs other statements. */
    private static boolean isAsRead(ProcessEngineConfigurationImpl configuration) {
        String type = configuration.getDatabaseType();
        return configuration.getDatabaseTablePrefix().isEmpty() && (type == null || type.equals(DATABASE));
    }

    private static Configuration read() {
        Properties properties = new Properties();
        properties.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", DATABASE);
        try (Reader mappings = new InputStreamReader(
                Resources.getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE),
                StandardCharsets.UTF_8)) {
            return new XMLConfigBuilder(mappings, "", properties).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration result(FutureTask<Configuration> reading) {
        try {
            return reading.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The statements of the engine cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
