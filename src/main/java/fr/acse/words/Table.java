package fr.acse.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** Reads a text table of the software. Each line is a row with cells between spaces. A line that begins with {@code #} is a comment. */
public final class Table {

    private Table() {}

    /** @param beside class whose package contains the table if the name is relative */
    public static Stream<List<String>> rows(Class<?> beside, String name) {
        try (InputStream table = beside.getResourceAsStream(name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(StringUtils.tokenizeToStringArray(line, " \t")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
