package fr.acse.console.report;

import fr.acse.words.Words;
import java.util.List;

/** The counts of a year. Each component is a table of the report, in the order of the report. */
record Tables(
        Count requests,
        Count arrivals,
        Count children,
        Count ends,
        Count tracks,
        Count titles,
        Count permitEnds,
        Count allowances,
        Count travel) {

    List<Count> all() {
        return List.of(requests, arrivals, children, ends, tracks, titles, permitEnds, allowances, travel);
    }

    /** Counts that stay shown rather than others, the most important one first. */
    List<Count> missed() {
        return List.of(
                arrivals, requests, allowances, found(), tracks, titles, stays(), permitEnds, travel, withChildren());
    }

    Count found() {
        return requests.part(Words.of("report.answer.PLACE_PROPOSED"));
    }

    Count stays() {
        return ends.part(Words.of("report.stays"));
    }

    Count withChildren() {
        return arrivals.part(Words.of("report.household.withChildren"));
    }
}
