package fr.acse.console.report;

import fr.acse.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A yearly report that may be published.
 *
 * @param fewest smallest count that is shown; some larger counts are hidden, too
 * @param keptOn day on which the counts were fixed; null while they still change
 */
record YearReport(int year, int fewest, LocalDate keptOn, List<Section> sections) {

    /** @param lines the count of the section, then its parts; counts of 0 and divisions without a shown count are left out */
    record Section(List<Line> lines) {}

    /**
     * @param depth 0 for the count of the section
     * @param breakdown number of the division of the line above, from 0; the parts of a division add up
     * @param value null if the count is hidden
     * @param euros null if the amount is hidden, or nothing is paid
     * @param areEurosHidden whether the amount is hidden although the count is shown
     */
    record Line(String label, int depth, int breakdown, Long value, String euros, boolean areEurosHidden) {

        boolean beginsAnotherDivision(Line above) {
            return depth > 0 && breakdown > 0 && above.breakdown != breakdown;
        }

        String shownValue() {
            return value == null ? Words.of("report.hidden") : value.toString();
        }

        /** @param writing writes an amount such as {@code 304.00} */
        String shownEuros(UnaryOperator<String> writing) {
            return areEurosHidden ? Words.of("report.hidden") : euros == null ? "" : writing.apply(euros);
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

    /** Whether the count is shown. A count of 0 looks the same as a hidden one. */
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

    /** Whether a count of a division is shown. Without a shown count, the labels alone would tell something about few women. */
    private static boolean isAnyShown(List<Count> parts) {
        return parts.stream().flatMap(Count::all).anyMatch(YearReport::isShown);
    }
}
