package fr.acse.bench;

import fr.acse.codes.CaseReference;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** References of cases that are made by the thousand. */
final class References {

    private static final Set<String> GIVEN = new HashSet<>();

    private References() {}

    /** Among two hundred thousand random ones, two are the same every other time. */
    static String[] random(int count) {
        return Stream.generate(() -> CaseReference.random(CaseReference.CASE).value())
                .filter(GIVEN::add)
                .limit(count)
                .toArray(String[]::new);
    }
}
