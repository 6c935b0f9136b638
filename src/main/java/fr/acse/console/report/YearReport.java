package fr.acse.console.report;

import fr.acse.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * A yearly report that may be given to others.
 *
 * @param fewest counts below it are not shown, and neither are some others
 * @param keptOn since when its counts stay as they are; null while they still change
 */
record YearReport(int year, int fewest, LocalDate keptOn, List<Section> sections) {

    /** @param lines the count itself first, then its parts, without counts of 0 and divisions of which nothing is shown */
    record Section(List<Line> lines) {}

    /**
     * @param depth 0 for the count of the section
     * @param breakdown number of its division of the line above, from 0; the parts of each division add up
     * @param value null where it is not shown
     * @param euros null where it is not shown, or nothing is paid
     * @param areEurosHidden whether the count is shown, and its money is not
     */
    record Line(String label, int depth, int breakdown, Long value, String euros, boolean areEurosHidden) {

        boolean beginsAnotherDivision(Line above) {
            return depth > 0 && breakdown > 0 && above.breakdown != breakdown;
        }

        String shownValue() {
            return value == null ? Words.of("report.hidden") : value.toString();
        }

        String shownEuros(String currency) {
            return areEurosHidden ? Words.of("report.hidden") : euros == null ? "" : euros + currency;
        }
    }

    static YearReport of(Year year, LocalDate keptOn, List<Count> counts) {
        return new YearReport(
                year.getValue(),
                Suppression.FEWEST,
                keptOn,
                counts.stream().map(YearReport::section).toList());
    }

    private static Section section(Count count) {
        List<Line> lines = new ArrayList<>();
        add(count, 0, 0, lines);
        return new Section(lines);
    }

    /** Whether the count is shown. A count of 0 looks like a hidden one. */
    private static boolean isShown(Count count) {
        return !count.isHidden() && count.value() > 0;
    }

    private static void add(Count count, int depth, int breakdown, List<Line> lines) {
        lines.add(new Line(
                count.label(),
                depth,
                breakdown,
                isShown(count) ? count.value() : null,
                !isShown(count) || count.cents() == null
                        ? null
                        : BigDecimal.valueOf(count.cents(), 2).toPlainString(),
                isShown(count) && count.hasHiddenCents()));
        List<List<Count>> divisions =
                count.breakdowns().stream().filter(YearReport::isAnyShown).toList();
        for (int each = 0; each < divisions.size(); each++) {
            for (Count part : divisions.get(each)) {
                if (part.value() > 0) {
                    add(part, depth + 1, each, lines);
                }
            }
        }
    }

    /** Whether a part is shown. If none is, the lines alone would tell something about few women. */
    private static boolean isAnyShown(List<Count> parts) {
        return parts.stream().flatMap(Count::all).anyMatch(YearReport::isShown);
    }
}
