package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import fr.acse.words.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Choices that several forms offer, from {@code network/choices.txt}. A field of a form names its list in {@code valuesKey}. */
@Component
public class CommonChoices implements FormData {

    /** One choice: the label that a form shows and the value that the form submits. */
    public record Choice(String label, String value) {}

    private final Map<String, List<Choice>> choices = Table.rows(CommonChoices.class, "/network/choices.txt")
            .collect(Collectors.toMap(row -> row.get(0), CommonChoices::read));

    private static List<Choice> read(List<String> row) {
        try (InputStream file = CommonChoices.class.getResourceAsStream("/network/" + row.get(1))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Choice(
                            Stream.of(row.get(3).split(","))
                                    .map(column -> cells[Integer.parseInt(column)])
                                    .collect(Collectors.joining(" ")),
                            cells[Integer.parseInt(row.get(2))]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The choices of the list with this name, or empty if no list has the name. */
    public Optional<List<Choice>> of(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    /** The label of a choice, or its code if the list has no such choice. */
    public String labelOf(String list, String code) {
        return choices.get(list).stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::label)
                .findFirst()
                .orElse(code);
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
