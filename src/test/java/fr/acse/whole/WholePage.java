package fr.acse.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/**
 * The last step of {@code mvn verify -Pwhole}: writes {@code target/whole.html} from the reports of all parts, and fails if a test failed or a
 * class of tests has no report. A part that was not run this time is told with its last reports, or as missing.
 */
class WholePage {

    private static final Path REPORTS = Path.of("target", "whole");
    private static final Path PAGE = Path.of("target", "whole.html");
    private static final int SLOWEST = 10;

    private static final String OWN_ENGINES = "FaultsIT|EarlierReleaseIT|LastReleaseIT";

    /** @param classes names of its test classes, as a pattern; empty for changed rules, which have another report */
    private record Part(String name, String plays, String classes) {}

    private static final List<Part> PARTS = List.of(
            new Part("rules", "All rules, forms and processes, with all edits, spellings and walks", ".*Test"),
            new Part("browser", "All screens, in a browser", "(?!(" + OWN_ENGINES + ")$).*IT"),
            new Part("engines", "Kills of a minute, and databases of earlier releases", OWN_ENGINES),
            new Part("trial", "The long trials: kills, freezes, restarts, failovers", ".*Trial"),
            new Part("mutation", "Changed rules of money and placement: does a test notice?", ""),
            new Part("bench", "Each benchmark at a twentieth of its size: does it still run?", ".*Benchmark"));

    @Test
    void everyPartHasPassed() throws IOException {
        List<Part> asked = asked();
        assertThat(asked).as("the part %s", System.getProperty("acse.only")).isNotEmpty();
        TestClasses classes = TestClasses.all();
        List<PartReport> reports = new ArrayList<>();
        for (Part part : PARTS) {
            PartReport report = PartReport.read(part.name(), REPORTS.resolve(part.name()));
            reports.add(report.isThere() ? report.withMissing(classes.named(part.classes())) : report);
        }
        Files.writeString(PAGE, page(reports));
        System.out.println("The page is " + PAGE);

        assertThat(reports.stream().filter(report -> !report.isThere()).map(PartReport::name))
                .as("parts without a report")
                .doesNotContainAnyElementsOf(asked.stream().map(Part::name).toList());
        assertThat(reports.stream()
                        .flatMap(report -> report.failures().stream())
                        .toList())
                .as("failures, told in %s", PAGE)
                .isEmpty();
    }

    /** The part that ran anew, or all. */
    private static List<Part> asked() {
        String only = System.getProperty("acse.only", "");
        return PARTS.stream()
                .filter(part -> only.isEmpty() || part.name().equals(only))
                .toList();
    }

    private static String plays(PartReport report) {
        return PARTS.stream()
                .filter(part -> part.name().equals(report.name()))
                .map(Part::plays)
                .findFirst()
                .orElseThrow();
    }

    private static String page(List<PartReport> parts) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><title>The whole run</title>
                <style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}
                .bad{color:#a00;font-weight:bold}pre{white-space:pre-wrap}</style></head><body>
                <h1>The whole run</h1>
                <table><tr><th>Part</th><th>What it plays</th><th>Ended</th><th>Tests</th><th>Left out</th><th>Failed</th><th>Minutes</th></tr>
                """);
        for (PartReport part : parts) {
            html.append("<tr><th>%s</th><td>%s</td>".formatted(part.name(), plays(part)));
            html.append(
                    part.isThere()
                            ? "<td>%s</td><td>%d</td><td>%d</td><td%s>%d</td><td>%.1f</td></tr>"
                                    .formatted(
                                            part.ended(),
                                            part.tests(),
                                            part.skipped().size(),
                                            part.failures().isEmpty() ? "" : " class=\"bad\"",
                                            part.failures().size(),
                                            part.minutes())
                            : "<td colspan=\"5\" class=\"bad\">was not run</td></tr>");
        }
        html.append("</table>");
        list(html, "Failures", parts.stream().flatMap(part -> part.failures().stream()));
        list(html, "Left out", parts.stream().flatMap(part -> part.skipped().stream()));
        list(html, "Seeds, to play the same again", parts.stream().flatMap(part -> part.seeds().stream()));
        for (PartReport part : parts.stream().filter(PartReport::isThere).toList()) {
            list(html, "Slowest of " + part.name(), part.slowest(SLOWEST));
        }
        return html.append("</body></html>").toString();
    }

    private static void list(StringBuilder html, String title, Stream<String> lines) {
        List<String> all = lines.toList();
        html.append("<h2>%s</h2>".formatted(title));
        if (all.isEmpty()) {
            html.append("<p>None.</p>");
        } else {
            html.append("<ul>");
            all.forEach(line -> html.append("<li><pre>%s</pre></li>".formatted(HtmlUtils.htmlEscape(line))));
            html.append("</ul>");
        }
    }
}
