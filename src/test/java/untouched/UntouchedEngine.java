package untouched;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The engine as it comes, as its documentation says to run it: authorization on, Basic authentication for REST, the usual
 * permissions of people who work in Tasklist. To see first that an attack works.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            FlywayAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            JpaRepositoriesAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            SessionAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class
        })
@Import(RecordedCases.class)
public class UntouchedEngine {

    /** Has every permission without being a member of the administrators' group, which the engine wants to be made by anybody. */
    public static final String KEEPER = "keeper";

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(UntouchedEngine.class)
                .logStartupInfo(false)
                .properties(Map.of(
                        "spring.config.name", "untouched",
                        "server.port", "0",
                        "spring.jersey.application-path", "/engine-rest",
                        "spring.jmx.enabled", "false",
                        "camunda.bpm.authorization.enabled", "true",
                        "camunda.bpm.auto-deployment-enabled", "false",
                        "logging.level.root", "ERROR"))
                .run(arguments);
        System.out.println(STARTED
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort());
        // The tests may be killed: then this pipe ends.
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    static final String STARTED = "Untouched engine at port ";

    @Bean(destroyMethod = "close")
    EmbeddedPostgres server() throws IOException {
        // Ours in the benchmarks does without it too.
        return EmbeddedPostgres.builder()
                .setServerConfig("full_page_writes", "off")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(EmbeddedPostgres server, @Value("${acse.connections}") int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setMaximumPoolSize(connections);
        pool.setDataSource(server.getPostgresDatabase());
        return pool;
    }

    @Bean
    FilterRegistrationBean<Filter> basicAuthentication() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }

    /** How often {@link Hit} was made in this process; and people on demand. */
    @RestController
    static class People {

        private static final String TIMERS = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="timers" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/>
                    <sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
                    <userTask id="task"/>
                    <boundaryEvent id="timer" attachedToRef="task" cancelActivity="false">
                      <timerEventDefinition>
                        <timeDuration xsi:type="tFormalExpression">PT48H</timeDuration>
                      </timerEventDefinition>
                    </boundaryEvent>
                    <sequenceFlow id="f2" sourceRef="timer" targetRef="empty"/>
                    <serviceTask id="empty" camunda:expression="${true}"/>
                    <sequenceFlow id="f3" sourceRef="empty" targetRef="end"/>
                    <endEvent id="end"/>
                  </process>
                </definitions>""";

        private final RepositoryService repository;
        private final RuntimeService runtime;
        private final IdentityService identity;
        private final AuthorizationService authorizations;
        private final HikariDataSource dataSource;

        People(
                RepositoryService repository,
                RuntimeService runtime,
                IdentityService identity,
                AuthorizationService authorizations,
                HikariDataSource dataSource) {
            this.repository = repository;
            this.runtime = runtime;
            this.dataSource = dataSource;
            this.identity = identity;
            this.authorizations = authorizations;
            enter("operator", "operators");
            enter("analyst", "analysts");
            enter("coordinator", "coordination");
            enter(KEEPER, "keepers");
            allow("coordination", Resources.PROCESS_DEFINITION, Permissions.READ, Permissions.READ_TASK);
            tasklist("operators");
            tasklist("analysts");
            allow("analysts", Resources.DEPLOYMENT, Permissions.READ, Permissions.CREATE);
            for (Resource resource : Resources.values()) {
                allow("keepers", resource, Permissions.ALL);
            }
        }

        @GetMapping("/hits")
        int hits() {
            return Hit.COUNT.get();
        }

        @GetMapping("/timers")
        void timers(@RequestParam int count) {
            repository.createDeployment().addString("timers.bpmn", TIMERS).deploy();
            IntStream.range(0, count).parallel().forEach(number -> runtime.startProcessInstanceByKey("timers"));
            dataSource.getHikariPoolMXBean().softEvictConnections();
        }

        @GetMapping("/database")
        String database() throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                return connection.getMetaData().getURL();
            }
        }

        private void enter(String login, String group) {
            User user = identity.newUser(login);
            user.setPassword(login);
            identity.saveUser(user);
            identity.saveGroup(identity.newGroup(group));
            identity.createMembership(login, group);
        }

        private void tasklist(String group) {
            allow(group, Resources.APPLICATION, Permissions.ACCESS);
            allow(group, Resources.FILTER, Permissions.READ);
            allow(group, Resources.PROCESS_DEFINITION, Permissions.READ, Permissions.CREATE_INSTANCE);
            allow(group, Resources.PROCESS_INSTANCE, Permissions.CREATE);
        }

        private void allow(String group, Resource resource, Permission... permissions) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(Authorization.ANY);
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        }
    }
}
