package fr.acse.platform.door;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What would take a server its memory or its time. */
public final class HeavyModels {

    /** Narratives on which a search that goes back and forth never ends. */
    public static final List<String> TEXTS =
            List.of("1 ".repeat(3_999), "1" + " ".repeat(7_998), "a.".repeat(3_999), "((".repeat(3_999));

    private static final String FORM =
            "{\"id\":\"%1$s\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[{\"type\":\"textfield\",\"id\":\"a\","
                    + "\"key\":\"sealed_a\",\"label\":\"A\",\"validate\":{\"maxLength\":100,\"pattern\":\"%2$s\"}}]}";

    private HeavyModels() {}

    /** Name of a file, its content, and the words that refuse it. */
    public static Stream<Arguments> all() throws IOException {
        String table = Files.readString(Path.of("processes/shelter-criteria.dmn"));
        return Stream.of(
                Arguments.of("heavy.form", FORM.formatted("heavy", "(?:a{1000})".repeat(60_000)), "larger than 256 KB"),
                Arguments.of("heavy.form", FORM.formatted("heavy", "(?:a{1000})".repeat(15)), "at most 200 signs"),
                Arguments.of("heavy.form", FORM.formatted("heavy", "(a+)+$"), "nothing inside a repetition"),
                Arguments.of("heavy.form", "{\"components\":" + "[".repeat(20_000), "more than 50 things"),
                Arguments.of("heavy.form", FORM.formatted("h".repeat(256), "a"), "hhh\u2026\u201d is too long"),
                Arguments.of("heavy.dmn", table.replace(" name=\"", " name=\"" + "n".repeat(256)), "is too long"),
                Arguments.of("heavy.bpmn", "<process versionTag='" + "1".repeat(65) + "'/>", "a version tag 64"),
                Arguments.of("heavy.bpmn", "<process ".repeat(20_000), "Nothing was deployed"),
                Arguments.of("heavy.bpmn", "<a>".repeat(20_000), "more than 50 things"),
                Arguments.of("heavy.bpmn", "x".repeat(2_000_000), "larger than 1,024 KB"),
                Arguments.of("heavy.png", "x".repeat(600_000), "larger than 512 KB"),
                Arguments.of("heavy.png", "x", "no PNG picture"),
                Arguments.of("heavy.dmn", entity(), "Nothing was deployed"),
                Arguments.of("heavy.bpmn", "<!DOCTYPE d [\u0001]><d/>", "Nothing was deployed"),
                Arguments.of(
                        "shelter-criteria.dmn",
                        withEntry(table, "count(for i in 1..100000 return i) &gt; 0"),
                        "may take very long"),
                Arguments.of(
                        "shelter-criteria.dmn",
                        withEntry(table, "/* \" */ count(for i in 1..100000 return i) &gt; 0 /* \" */"),
                        "may take very long"),
                Arguments.of(
                        "shelter-criteria.dmn",
                        withEntry(table, "floor(number(\"1E500000000\")) &gt; 0"),
                        "may take very long"));
    }

    private static String entity() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        return bomb + "]><d>&a9;</d>";
    }

    private static String withEntry(String table, String expression) {
        int entry = table.indexOf("<text>", table.indexOf("<inputEntry"));
        return table.substring(0, entry) + "<text>" + expression + table.substring(table.indexOf("</text>", entry));
    }

    public static HttpResponse<String> deploy(Door analyst, String name, String file, String content) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        String body = part.formatted("deployment-name", "") + name + "\r\n"
                + part.formatted("data", "; filename=\"" + file + "\"") + content + "\r\n--b--\r\n";
        return analyst.exchange("POST", analyst.place("/deployment/create"), "multipart/form-data; boundary=b", body);
    }
}
