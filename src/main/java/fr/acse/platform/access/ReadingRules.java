package fr.acse.platform.access;

import fr.acse.codes.Relation;
import fr.acse.words.Table;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the table {@code who-may-read.txt}, which lists the parts that may read each sealed field, list and part of the case file. */
@Component
public class ReadingRules {

    private static final String ANY_OTHER = "*";
    private static final String SEALED = "sealed_";

    /** Separates the name of a field from the group whose own value it is. */
    private static final char OF_GROUP = ':';

    private final Map<String, Set<Relation>> readers;

    ReadingRules() {
        readers = Table.rows(ReadingRules.class, "/network/who-may-read.txt")
                .collect(Collectors.toUnmodifiableMap(row -> row.get(0), ReadingRules::who));
    }

    private static Set<Relation> who(List<String> row) {
        return row.stream()
                .skip(1)
                .map(word -> Relation.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a person with these parts in the case may read a sealed field, a list or a part of the case file. */
    public boolean mayRead(String what, Set<Relation> relations) {
        int group = what.indexOf(OF_GROUP);
        Set<Relation> who = readers.get(group < 0 ? what : what.substring(0, group));
        if (who == null) {
            who = what.startsWith(SEALED) ? readers.get(ANY_OTHER) : Set.of();
        }
        return !Collections.disjoint(who, relations);
    }

    /** Names of all fields, lists and parts of the case file that the table contains. */
    public Set<String> named() {
        return readers.keySet();
    }
}
