package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.platform.start.StartFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that a start finds in its database. */
class TablesOfThisVersionTest {

    private EmbeddedPostgres server;
    private JdbcTemplate jdbc;
    private TablesOfThisVersion tables;

    @BeforeEach
    void emptyDatabase() throws IOException {
        server = EmbeddedPostgres.start();
        jdbc = new JdbcTemplate(server.getPostgresDatabase());
        tables = new TablesOfThisVersion(new Connections.DatabaseAddress(
                server.getJdbcUrl("postgres", "postgres"), "postgres", "secret", "/var/acse/postgres"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anEmptyDatabaseGetsTheTablesAndASecondStartFindsThem() {
        tables.migrate(flyway());
        jdbc.update("insert into former_login (login, gone_at) values ('leaver', now())");

        tables.migrate(flyway());

        assertThat(jdbc.queryForList("select login from former_login", String.class))
                .containsExactly("leaver");
    }

    /** As version 0.1 left them: 44 changes, of which the first was another one. */
    @Test
    void tablesOfVersion01AreRefusedInWordsAndLeftAsTheyAre() {
        tables.migrate(flyway());
        jdbc.update("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
        jdbc.update("insert into flyway_schema_history"
                + " select installed_rank + 1, '44', 'names of readers', type, 'V44__names_of_readers.sql', checksum, installed_by,"
                + " installed_on, execution_time, success from flyway_schema_history where version = '1'");

        assertThatThrownBy(() -> tables.migrate(flyway()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("/var/acse/postgres")
                .hasMessageContaining("Version 0.1 was never released")
                .hasMessageContaining("move this folder away");
        assertThat(jdbc.queryForObject("select count(*) from former_login", Integer.class))
                .isZero();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .placeholders(Map.of("appUser", ""))
                .load();
    }
}
