package fr.acse.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is refused reads why: there are words for every refusal of the code. */
class RefusalsTest {

    private static final Pattern REFUSED = Pattern.compile("new Refusal\\(|Refusal\\.unless\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");

    @Test
    void everyRefusalHasWords() throws IOException {
        ResourceBundle words = ResourceBundle.getBundle("words");
        List<String> wordless = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            var refused = REFUSED.matcher(source);
            while (refused.find()) {
                String call = source.substring(refused.start(), source.indexOf(';', refused.start()));
                List<String> literals = LITERAL.matcher(call)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                seen++;
                boolean told =
                        literals.isEmpty() || literals.stream().anyMatch(each -> words.containsKey("refusal." + each));
                if (!told) {
                    wordless.add(file.getFileName() + ": " + call.replaceAll("\\s+", " "));
                }
            }
        }
        assertThat(seen).isGreaterThan(150);
        assertThat(wordless).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            return all.filter(each -> each.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}
