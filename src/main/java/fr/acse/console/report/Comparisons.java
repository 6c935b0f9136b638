package fr.acse.console.report;

import fr.acse.console.report.Suppression.Nested;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * Pairs of counts in different tables that readers subtract, because one count is known to include the other. The difference is a number of
 * women only if the larger count includes all women of its parts, and each woman is in one part. For example, a woman with a request in
 * December and an arrival in January is in only one of the two counts of the year.
 */
@RequiredArgsConstructor
final class Comparisons {

    private final Tables tables;
    private final List<Nested> comparisons = new ArrayList<>();

    static List<Nested> of(Tables tables) {
        Comparisons all = new Comparisons(tables);
        all.comparisons.add(Nested.of(tables.children(), tables.withChildren()));
        all.stages();
        all.ends();
        all.times();
        return all.comparisons;
    }

    /** The stages of a woman's path. If all her stages are in the same year, a woman in one stage is also in the earlier stages. */
    private void stages() {
        List<Count> path = List.of(
                tables.found(),
                tables.arrivals(),
                tables.allowances(),
                tables.travel(),
                tables.tracks(),
                tables.titles(),
                tables.permitEnds(),
                tables.stays());
        for (int stage = 1; stage < path.size(); stage++) {
            Count later = path.get(stage);
            path.subList(0, stage).forEach(earlier -> oneInTheOther(earlier, later));
            oneInTheOther(tables.requests(), later);
            oneInTheOther(requests("answered"), later);
        }
    }

    /** Outcomes that another table also counts. */
    private void ends() {
        Count lasting = tables.permitEnds().part(Words.of("report.permitEnd.lastingTitle"));
        oneInTheOther(tables.requests(), tables.ends());
        oneInTheOther(ends("WITHDRAWN"), requests("answer.WITHDRAWN"));
        oneInTheOther(ends("NO_SHELTER"), requests("answer.REFUSED"));
        oneInTheOther(tables.titles(), lasting);
        oneInTheOther(tables.titles().part(Words.of("report.title.card")), lasting);
        allIn(tables.found(), tables.arrivals(), ends("PLACE_REFUSED"), ends("NO_SHOW"));
    }

    /** If the answer to a woman's request was late, her place was found late, too. */
    private void times() {
        allIn(requests("time.inTime"), requests("found.oneDay"), requests("found.twoDays"));
        allIn(requests("time.late"), requests("found.longer"));
    }

    private Count requests(String part) {
        return tables.requests().part(Words.of("report." + part));
    }

    private Count ends(String outcome) {
        return tables.ends().part(Words.of("outcome." + outcome));
    }

    /** @param usual the count that is usually larger. If both counts have the same women, readers take it for the whole */
    private void oneInTheOther(Count usual, Count other) {
        if (!allIn(usual, other)) {
            allIn(other, usual);
        }
    }

    private boolean allIn(Count whole, Count... parts) {
        Set<String> women =
                Stream.of(parts).flatMap(part -> part.women().stream()).collect(Collectors.toSet());
        boolean holds =
                women.size() == Count.together(List.of(parts)) && whole.women().containsAll(women);
        return holds && comparisons.add(Nested.of(whole, parts));
    }
}
