package fr.acse.referral;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A database as an earlier release left it, with the keys of its case files. */
final class EarlierDatabase {

    private EarlierDatabase() {}

    /** @param dump name of the file in {@code earlier} */
    static EmbeddedPostgres started(String dump) throws IOException, SQLException {
        EmbeddedPostgres database = EmbeddedPostgres.start();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                InputStream file = EarlierDatabase.class.getResourceAsStream("/earlier/" + dump)) {
            statement.execute(new String(new GZIPInputStream(file).readAllBytes(), StandardCharsets.UTF_8));
        }
        return database;
    }

    static void use(EmbeddedPostgres database, DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> database.getJdbcUrl("postgres", "postgres"));
        properties.add("acse.keys.master", () -> key("master"));
        properties.add("acse.keys.index", () -> key("index"));
    }

    private static String key(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/earlier/keys", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
