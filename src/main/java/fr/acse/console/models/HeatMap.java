package fr.acse.console.models;

import fr.acse.console.drawing.Drawing;
import fr.acse.console.drawing.Html;
import fr.acse.console.drawing.Spans;
import fr.acse.platform.history.PassedFigures.Waits;
import fr.acse.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The look of a diagram with figures. A step that waits longer is darker. A flow that more cases take is thicker.
 *
 * @param arrows ids of the flows that are drawn
 * @param waiting number of cases that wait at each step now
 */
record HeatMap(Set<String> arrows, Map<String, Long> flows, Map<String, Waits> waits, Map<String, Long> waiting)
        implements Drawing.Look {

    private static final long HOUR = 3600;

    /** The limits between the colours, in seconds. The 95th percentile of the waiting times of a step is compared with them. */
    private static final List<Long> BOUNDS = List.of(HOUR, 24 * HOUR, 3 * 24 * HOUR, 7 * 24 * HOUR);

    private static final int THICKEST = 4;

    static final int FEW = 20;

    @Override
    public String classes(String element) {
        if (waits.containsKey(element)) {
            return "heat"
                    + (1
                            + BOUNDS.stream()
                                    .filter(bound -> waits.get(element).p95Seconds() > bound)
                                    .count());
        }
        if (!arrows.contains(element)) {
            return "";
        }
        long times = flows.getOrDefault(element, 0L);
        return times == 0 ? "never" : "much" + Math.max(1, Math.round(THICKEST * Math.sqrt((double) times / most())));
    }

    /** The 95th percentile of the waiting times of a step, or a dash if there are fewer than {@link #FEW}. */
    static String longest(Waits wait) {
        return wait.times() < FEW ? "–" : "~" + Spans.brief(wait.p95Seconds());
    }

    private long most() {
        return flows.values().stream().mapToLong(Long::longValue).max().orElse(1);
    }

    @Override
    public String badge(String element) {
        Waits wait = waits.get(element);
        if (wait != null || waiting.containsKey(element)) {
            String now = waiting.containsKey(element) ? Words.of("figures.now", waiting.get(element)) : "";
            String before = wait == null ? "" : "~" + Spans.brief(wait.medianSeconds()) + " / " + longest(wait);
            return now.isEmpty() || before.isEmpty() ? now + before : now + " · " + before;
        }
        return flows.containsKey(element) ? flows.get(element) + "×" : "";
    }

    String legend() {
        String colours = IntStream.rangeClosed(0, BOUNDS.size())
                .mapToObj(i -> "<span class=\"swatch%d\">%s</span>"
                        .formatted(
                                i + 1,
                                i == BOUNDS.size()
                                        ? Html.say("figures.more", Spans.words(BOUNDS.get(i - 1)))
                                        : Html.say("figures.upTo", Spans.words(BOUNDS.get(i)))))
                .collect(Collectors.joining());
        return "<p class=\"legend\">" + Html.say("figures.legend") + " " + colours + "</p><p class=\"note\">"
                + Html.say("figures.reading") + "</p>";
    }
}
