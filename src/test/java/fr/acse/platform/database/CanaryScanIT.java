package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.EveryCell;
import fr.acse.FormAnswers;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Opens the databases and logs that the tests have left, which played every path of every model and typed unmistakable words
 * into every sealed field of every form: they are in clear nowhere.
 */
class CanaryScanIT {

    private static final Path LEFT = Path.of("target", "test-data");
    private static final List<String> WORDS =
            List.of(FormAnswers.CANARY, FormAnswers.IBAN, "rue des Ajoncs", "1234567890189");

    @Test
    void whatWasTypedIntoSealedFieldsIsInClearNowhere() throws Exception {
        Assumptions.assumeTrue(FormAnswers.typed().size() > 20, "Runs after the other tests");
        assertThat(FormAnswers.typed()).containsAll(sealedFields());

        List<Path> installations = left("process-*");
        assertThat(installations).isNotEmpty();
        for (Path installation : installations) {
            if (Files.isDirectory(installation)) {
                scan(installation);
            } else {
                assertThat(log(installation)).as("%s", installation).doesNotContain(WORDS);
            }
        }
    }

    /** A log that went on past midnight is packed. */
    private static String log(Path file) throws IOException {
        try (InputStream read = Files.newInputStream(file);
                InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(read) : read) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void scan(Path installation) throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(installation, false, () -> {});
                Connection connection = server.administration().getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            assertThat(jdbc.queryForObject("select count(*) from sealed_value", Long.class))
                    .as("sealed values in %s", installation)
                    .isPositive();
            for (String words : WORDS) {
                assertThat(EveryCell.thatContains(words, jdbc))
                        .as("%s in %s", words, installation)
                        .isEmpty();
            }
        }
    }

    private static List<Path> left(String names) throws IOException {
        List<Path> left = new ArrayList<>();
        try (var found = Files.newDirectoryStream(LEFT, names)) {
            found.forEach(left::add);
        }
        return left;
    }

    private static Set<String> sealedFields() throws Exception {
        Set<String> fields = new TreeSet<>();
        for (File file : new File("forms").listFiles()) {
            JsonNode form = new ObjectMapper().readTree(file);
            form.path("components").forEach(field -> {
                if (FormAnswers.isSealedText(field)) {
                    fields.add(
                            form.path("id").asText() + "/" + field.path("key").asText());
                }
            });
        }
        return fields;
    }
}
