package fr.acse.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/**
 * The last step of {@code mvn verify -Pwhole}: writes {@code target/whole.html} from the reports of all parts, and fails if one of them failed. A
 * part that was not run this time is told with its last reports, or as missing.
 */
class WholePage {

    private static final Path REPORTS = Path.of("target", "whole");
    private static final Path PAGE = Path.of("target", "whole.html");
    private static final int SLOWEST = 10;

    /** What each part plays. */
    private static final Map<String, String> PARTS = Map.of(
            "rules", "All rules, forms and processes, with all edits, spellings and walks",
            "browser", "All screens, in a browser",
            "engines", "Kills of a minute, and databases of earlier releases",
            "trial", "The long trials: kills, freezes, restarts, failovers",
            "mutation", "Changed rules of money and placement: does a test notice?",
            "bench", "Each benchmark at a twentieth of its size: does it still run?");

    private static final List<String> ORDER = List.of("rules", "browser", "engines", "trial", "mutation", "bench");

    @Test
    void everyPartHasPassed() throws IOException {
        List<String> asked = asked();
        assertThat(ORDER).as("parts of the whole run").containsAll(asked);
        List<PartReport> parts = new ArrayList<>();
        for (String name : ORDER) {
            parts.add(PartReport.read(name, REPORTS.resolve(name)));
        }
        Files.writeString(PAGE, page(parts));
        System.out.println("The page is " + PAGE);

        assertThat(parts.stream().filter(part -> !part.isThere()).map(PartReport::name))
                .as("parts without a report")
                .doesNotContainAnyElementsOf(asked);
        assertThat(parts.stream().flatMap(part -> part.failures().stream()).toList())
                .as("failures, told in %s", PAGE)
                .isEmpty();
    }

    /** The part that ran anew, or all. */
    private static List<String> asked() {
        String only = System.getProperty("acse.only", "");
        return only.isEmpty() ? ORDER : List.of(only);
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
            html.append("<tr><th>%s</th><td>%s</td>".formatted(part.name(), PARTS.get(part.name())));
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
