package fr.acse.platform.database;

import fr.acse.platform.start.RehearsalProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Database schemas in which models are rehearsed, beside the schema of the application. The owner of the tables owns these schemas. The
 * database user of the application may only use the schemas and create tables in them.
 */
@Component
public class Schemas {

    /**
     * Address and login with which a rehearsal connects to its schema.
     *
     * @param name name of the schema
     */
    public record Address(String name, String url, String user, String password) {}

    private final DataSource owner;
    private final Connections.DatabaseAddress place;

    Schemas(@Qualifier("connectionOfMigrations") DataSource owner, Connections.DatabaseAddress place) {
        this.owner = owner;
        this.place = place;
    }

    /** @throws SQLException if the owner of the tables may not create a schema */
    public Address create(String name) throws SQLException {
        execute("create schema " + checked(name));
        execute("grant usage, create on schema " + name + " to " + quoted(place.user()));
        String url = place.url() + (place.url().contains("?") ? "&" : "?") + "currentSchema=" + name;
        return new Address(name, url, place.user(), place.password());
    }

    public void drop(String name) throws SQLException {
        execute("drop schema if exists " + checked(name) + " cascade");
    }

    /** All schemas of rehearsals, including those that were left when a node died. */
    public List<String> all() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select nspname from pg_namespace where nspname ~ '^"
                        + RehearsalProfile.SCHEMA + "$' order by 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String checked(String name) {
        if (!RehearsalProfile.isSchema(name)) {
            throw new IllegalArgumentException("Not the name of a rehearsal");
        }
        return name;
    }

    private static String quoted(String user) {
        return '"' + user.replace("\"", "\"\"") + '"';
    }
}
