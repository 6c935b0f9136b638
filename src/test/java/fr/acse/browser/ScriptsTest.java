package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scripts of our pages, tried by Node's own test runner where there is a Node 20; required where browser tests are. */
class ScriptsTest {

    private static final boolean REQUIRED = "required".equals(System.getenv("ACSE_BROWSER_TESTS"));
    private static final int OLDEST = 20;

    @Test
    @Timeout(60)
    void theScriptsOfOurPagesDoWhatTheirTestsSay() throws IOException, InterruptedException {
        assumeTrue(REQUIRED || version() >= OLDEST, "No Node 20 is found, so the tests of the scripts do not run.");

        List<String> command = new ArrayList<>(List.of("node", "--test"));
        try (var files = Files.list(Path.of("src", "test", "js"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".test.mjs")).forEach(command::add);
        }
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("pass [1-9]");
    }

    /** The major version, or 0 if there is no Node. */
    private static int version() {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            Matcher said = Pattern.compile("v(\\d+)\\..*\\s*")
                    .matcher(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return said.matches() ? Integer.parseInt(said.group(1)) : 0;
        } catch (IOException none) {
            return 0;
        }
    }
}
