package fr.acse.residence.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.residence.Printed;
import fr.acse.words.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stores the numbers of all titles of a case with their days. A new number does not replace an earlier number. */
@Component
record TitleNumbers(CaseFileService files) {

    private static final String TYPED = "sealed_titleNumber";
    private static final String KEPT = "sealed_titleNumbersNote";

    /** Adds the typed number of a title to the stored numbers. Without a typed number, nothing changes. */
    void keep(CaseReference reference, Printed printed, Login person) {
        if (!files.isWrittenNow(reference, TYPED)) {
            return;
        }
        String line = Words.of(
                "titleNumber",
                Words.of("titleKind." + printed.kind()),
                Words.day(printed.from()),
                Words.day(printed.until()),
                files.readForRule(reference, TYPED).orElseThrow());
        files.seal(
                reference,
                Map.of(
                        KEPT,
                        Stream.concat(files.readForRule(reference, KEPT).stream(), Stream.of(line))
                                .collect(Collectors.joining("\n"))),
                person);
        files.clear(reference, List.of(TYPED), person);
    }
}
