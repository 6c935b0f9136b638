package fr.acse.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.EveryCell;
import fr.acse.FilledForm;
import fr.acse.ProcessTest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.metrics.MetricsEndpoint;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Comes after all other tests, which have played every path of every model and typed unmistakable words into every sealed
 * field of every form: they are in clear nowhere.
 */
@ProcessTest
@Order(Integer.MAX_VALUE)
class CanaryScanTest {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MetricsEndpoint metrics;

    @Test
    void whatWasTypedIntoSealedFieldsIsInClearNowhere() throws Exception {
        Assumptions.assumeTrue(FilledForm.typed().size() > 20, "Runs after the other tests");

        assertThat(FilledForm.typed()).containsAll(sealedFields());
        for (String words : List.of(FilledForm.CANARY, FilledForm.IBAN, "rue des Ajoncs", "1234567890189")) {
            assertThat(EveryCell.thatContains(words, jdbc)).as(words).isEmpty();
            assertThat(Files.readString(Path.of("target/test-data/process.log")))
                    .doesNotContain(words);
            assertThat(metricsText()).doesNotContain(words);
        }
    }

    @Test
    void noMetricNamesACase() {
        assertThat(metricsText()).doesNotContain("ACSE-");
    }

    private String metricsText() {
        StringBuilder text = new StringBuilder();
        metrics.listNames()
                .getNames()
                .forEach(name -> metrics.metric(name, null)
                        .getAvailableTags()
                        .forEach(tag -> text.append(tag.getTag()).append(tag.getValues())));
        return text.toString();
    }

    private static Set<String> sealedFields() throws Exception {
        Set<String> fields = new TreeSet<>();
        for (File file : new File("forms").listFiles()) {
            JsonNode form = new ObjectMapper().readTree(file);
            form.path("components").forEach(field -> {
                if (FilledForm.isSealedText(field)) {
                    fields.add(
                            form.path("id").asText() + "/" + field.path("key").asText());
                }
            });
        }
        return fields;
    }
}
