package fr.acse.bench;

import fr.acse.codes.CaseReference;
import java.util.stream.IntStream;

/** References of cases that are made by the thousand. */
final class References {

    private References() {}

    static String[] random(int count) {
        return IntStream.range(0, count)
                .mapToObj(any -> CaseReference.random(CaseReference.CASE).value())
                .toArray(String[]::new);
    }
}
