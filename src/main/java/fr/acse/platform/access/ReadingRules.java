package fr.acse.platform.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The table {@code who-may-read.txt}. */
@Component
public class ReadingRules {

    private static final String ANY_OTHER = "*";
    private static final String SEALED = "sealed_";

    private final Map<String, Set<Relation>> readers;

    ReadingRules() {
        try (var table = new BufferedReader(new InputStreamReader(
                ReadingRules.class.getResourceAsStream("who-may-read.txt"), StandardCharsets.UTF_8))) {
            readers = table.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .collect(Collectors.toUnmodifiableMap(columns -> columns[0], ReadingRules::who));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Relation> who(String[] columns) {
        return Arrays.stream(columns)
                .skip(1)
                .map(word -> Relation.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a sealed field, a list or a part of the case file may be read by somebody with these parts in the case. */
    public boolean mayRead(String what, Set<Relation> relations) {
        Set<Relation> who = readers.get(what);
        if (who == null) {
            who = what.startsWith(SEALED) ? readers.get(ANY_OTHER) : Set.of();
        }
        return !Collections.disjoint(who, relations);
    }

    /** What the table names. */
    public Set<String> named() {
        return readers.keySet();
    }
}
