package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Choices that several forms offer: a field names them by {@code valuesKey}. {@code departments} come from {@code
 * departments.csv}, {@code languages} from {@code languages.csv}.
 */
@Component
public class CommonChoices implements FormData {

    /** One choice, as a form shows and submits it. */
    public record Choice(String label, String value) {}

    private final Map<String, List<Choice>> choices = Map.of(
            "departments", read("/departments.csv", cells -> new Choice(cells[0] + " " + cells[1], cells[0])),
            "languages", read("/languages.csv", cells -> new Choice(cells[1], cells[0])));

    private interface Row {
        Choice choice(String[] cells);
    }

    private static List<Choice> read(String table, Row row) {
        try (var lines = new BufferedReader(
                new InputStreamReader(CommonChoices.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> row.choice(line.split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The choices of a name, or nothing if no list is called so. */
    public Optional<List<Choice>> of(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    @Override
    public Set<String> names() {
        return choices.keySet();
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return choices.get(name);
    }

    @Override
    public boolean isForEverybody() {
        return true;
    }
}
