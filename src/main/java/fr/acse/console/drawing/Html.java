package fr.acse.console.drawing;

import fr.acse.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Builds HTML pages on the server. A page needs no script and can be saved as a file. */
public final class Html {

    private static final String STYLE = "/camunda/app/acse/report.css";

    private Html() {}

    /** Escapes a text for the content or an attribute of a page. */
    public static String escape(String text) {
        return HtmlUtils.htmlEscape(text == null ? "" : text, "UTF-8");
    }

    /** A complete page for the browser. @param content already written as HTML */
    public static String page(String title, String content) {
        String back = "<p><a href=\"/camunda/app/cockpit/default/#/models\">" + say("page.models") + "</a></p>";
        return whole(title, "<link rel=\"stylesheet\" href=\"" + STYLE + "\">", back + content);
    }

    /** A complete page that contains its styles, to be saved as a file. @param content already written as HTML */
    public static String file(String title, String content) {
        try (var style = Html.class.getResourceAsStream("/META-INF/resources/webjars" + STYLE)) {
            return whole(
                    title, "<style>" + new String(style.readAllBytes(), StandardCharsets.UTF_8) + "</style>", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String whole(String title, String style, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – Ac.Sé</title>%2$s</head><body><main><h1>%1$s</h1>
                %3$s
                </main></body></html>
                """.formatted(escape(title), style, content);
    }

    /** The text for a key, escaped for HTML. */
    public static String say(String key, Object... details) {
        return escape(Words.of(key, details));
    }

    /** @param cells already written as HTML */
    public static String table(List<String> heads, List<List<String>> rows) {
        return "<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>"
                .formatted(
                        heads.stream()
                                .map(head -> "<th scope=\"col\">" + escape(head) + "</th>")
                                .collect(Collectors.joining()),
                        rows.stream()
                                .map(row -> row.stream()
                                        .map(cell -> "<td>" + cell + "</td>")
                                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                                .collect(Collectors.joining()));
    }

    /** A picture in a box that scrolls, because the picture may be wider than the page. */
    public static String wide(String svg) {
        return "<div class=\"wide\" tabindex=\"0\">" + svg + "</div>";
    }
}
