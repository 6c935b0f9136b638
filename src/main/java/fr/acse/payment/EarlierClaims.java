package fr.acse.payment;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the texts of earlier claims of a case. The next claim begins without these texts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class EarlierClaims {

    private static final String KEPT = "sealed_earlierClaimsNote";

    private static final List<String> NOTES = List.of("sealed_costsNote", "sealed_checkNote", "sealed_approvalNote");

    /** Note of the coordination on the amount above a ceiling. The association does not see this note. */
    private static final String EXCESS = "sealed_excessNote";

    private static final String KEPT_EXCESS = "sealed_earlierExcessNote";

    private final CaseFileService files;
    private final ClaimRows rows;
    private final TravelClaimService claims;

    /** Moves the lines and notes of the last settled claim to the kept texts of the earlier claims. */
    public void putAside(CaseReference reference, Login person) {
        claims.settled(reference).stream().findFirst().ifPresent(last -> {
            add(reference, KEPT, last, written(reference), person);
            files.readForRule(reference, EXCESS)
                    .ifPresent(excess -> add(reference, KEPT_EXCESS, last, Stream.of(excess), person));
            files.clear(
                    reference,
                    Stream.concat(Stream.of(ClaimRows.LINES, ClaimRows.CHECKS, EXCESS), NOTES.stream())
                            .toList(),
                    person);
        });
    }

    private void add(CaseReference reference, String field, TravelClaim claim, Stream<String> lines, Login person) {
        String words = Stream.concat(Stream.of(Words.of("earlierClaim", claim.number())), lines)
                .collect(Collectors.joining("\n"));
        String kept = Stream.concat(files.readForRule(reference, field).stream(), Stream.of(words))
                .collect(Collectors.joining("\n\n"));
        files.seal(reference, Map.of(field, kept), person);
    }

    private Stream<String> written(CaseReference reference) {
        List<ClaimRows.Row> lines = rows.read(reference, ClaimRows.LINES);
        return Stream.concat(
                IntStream.range(0, lines.size()).mapToObj(line -> inWords(line + 1, lines.get(line))),
                NOTES.stream()
                        .map(note ->
                                files.readForRule(reference, note).map(text -> Words.of("earlierClaim." + note, text)))
                        .flatMap(Optional::stream));
    }

    private static String inWords(int line, ClaimRows.Row row) {
        String spent = Words.of(
                "earlierClaim.line",
                line,
                Words.of("costKind." + row.costKind()),
                Words.of("traveller." + row.traveller()),
                Words.day(LocalDate.parse(row.spentOn())),
                Words.euros(Cents.ofEuros("Euros", row.euros()).toEuros()),
                row.receipt());
        return spent
                + (row.overReason() == null ? "" : Words.of("earlierClaim.over", row.overReason()))
                + (row.finding() == null ? "" : Words.of("earlierClaim.found", Words.of("finding." + row.finding())));
    }
}
