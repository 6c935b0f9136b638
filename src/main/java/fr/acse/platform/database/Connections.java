package fr.acse.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.start.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizers;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;

/**
 * Two connection pools to one database: one pool for HTTP requests, one pool for jobs, timers and mails. Waiting requests never stop the
 * timers, even if many requests wait. {@code application.yaml} sets how long a connection, a lock and a statement may take.
 */
@Configuration
class Connections {

    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String EMBEDDED = "'${spring.datasource.url:}' == ''";

    /**
     * Address and login of the database.
     *
     * @param inWords address of the database without user and password, or the folder of the embedded database
     */
    record DatabaseAddress(String url, String user, String password, String inWords) {

        DatabaseAddress(String url, String user, String password) {
            this(url, user, password, StringUtils.split(url + "?", "?")[0]);
        }
    }

    @Configuration
    @ConditionalOnExpression(EMBEDDED)
    @ConditionalOnClass(name = LIBRARY)
    static class Embedded {

        @Bean
        EmbeddedServer embeddedServer(
                @Value("${acse.data-dir}") Path dataDir,
                @Value("${acse.embedded.durable:true}") boolean durable,
                @Value("${acse.demo.anew:false}") boolean anew)
                throws IOException {
            return EmbeddedServer.start(dataDir, durable, anew, () -> System.exit(1));
        }

        @Bean
        DatabaseAddress embeddedPlace(EmbeddedServer server) {
            return new DatabaseAddress(
                    server.url(),
                    server.user(),
                    server.password(),
                    server.folder().toString());
        }
    }

    /** The jar for servers contains no embedded database. If no external database is set, the start fails with an explanation. */
    @Configuration
    @ConditionalOnExpression(EMBEDDED)
    @ConditionalOnMissingClass(LIBRARY)
    static class None {

        @Bean
        DatabaseAddress noPlace() {
            throw new StartFailure("start.noDatabase");
        }
    }

    @Configuration
    @ConditionalOnExpression("!(" + EMBEDDED + ")")
    static class External {

        /** Waits until the database server accepts connections. */
        @Bean
        DatabaseAddress externalPlace(DataSourceProperties settings, WaitForDatabase wait) {
            DatabaseAddress place = new DatabaseAddress(
                    settings.determineUrl(), settings.determineUsername(), settings.determinePassword());
            wait.until(place);
            return place;
        }
    }

    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource connectionsOfPeople(DatabaseAddress place) {
        return pool(place, "people");
    }

    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource connectionsOfJobs(DatabaseAddress place) {
        return pool(place, "jobs");
    }

    private static HikariDataSource pool(DatabaseAddress place, String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(place.url());
        pool.setUsername(place.user());
        pool.setPassword(place.password());
        return pool;
    }

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier("connectionsOfPeople") HikariDataSource ofPeople,
            @Qualifier("connectionsOfJobs") HikariDataSource ofJobs,
            @Value("${acse.database.connections-for-jobs}") int forJobs,
            ClockCheck clock) {
        ofJobs.setMaximumPoolSize(forJobs);
        AbstractRoutingDataSource byWhoAsks = new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
                return Caller.isThroughHttp();
            }
        };
        byWhoAsks.setTargetDataSources(Map.of(true, ofPeople, false, ofJobs));
        byWhoAsks.afterPropertiesSet();
        clock.refuseToStartIfWrong(byWhoAsks);
        return byWhoAsks;
    }

    @Bean
    PlatformTransactionManager transactionManager(ObjectProvider<TransactionManagerCustomizers> customizers) {
        WholeCommits commits = new WholeCommits();
        customizers.ifAvailable(each -> each.customize(commits));
        return commits;
    }

    /** Connection for migrations, which has no time limit. A change of tables may take longer than a statement of the application. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource connectionOfMigrations(
            DatabaseAddress place,
            @Value("${spring.flyway.user:}") String owner,
            @Value("${spring.flyway.password:}") String password) {
        return owner.isEmpty()
                ? new SimpleDriverDataSource(new org.postgresql.Driver(), place.url(), place.user(), place.password())
                : new SimpleDriverDataSource(new org.postgresql.Driver(), place.url(), owner, password);
    }
}
