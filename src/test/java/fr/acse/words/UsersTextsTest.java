package fr.acse.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts that users read speak of pages by the words in the header, and not by the names of the vendor's applications. */
class UsersTextsTest {

    private static final List<String> BUNDLES =
            List.of("words.properties", "pages.properties", "mails.properties", "mails_fr.properties");

    private static final Pattern VENDORS = Pattern.compile("\\b(Tasklist|Cockpit)\\b");

    @Test
    void noTextNamesAnApplicationOfTheVendor() throws IOException {
        List<Path> files = new ArrayList<>();
        BUNDLES.forEach(each -> files.add(Path.of("src/main/resources", each)));
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            forms.filter(each -> each.toString().endsWith(".form")).forEach(files::add);
        }
        List<String> naming = new ArrayList<>();
        for (Path file : files) {
            Files.readAllLines(file).stream()
                    .filter(line -> VENDORS.matcher(line).find())
                    .forEach(line -> naming.add(file.getFileName() + ": " + line.strip()));
        }
        assertThat(files).hasSizeGreaterThan(BUNDLES.size());
        assertThat(naming).isEmpty();
    }
}
