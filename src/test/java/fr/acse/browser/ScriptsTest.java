package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The scripts of our pages, tried by Node's own test runner where there is a Node; required where browser tests are. */
class ScriptsTest {

    private static final boolean REQUIRED = "required".equals(System.getenv("ACSE_BROWSER_TESTS"));

    @Test
    void theScriptsOfOurPagesDoWhatTheirTestsSay() throws IOException, InterruptedException {
        assumeTrue(REQUIRED || hasNode(), "No Node is found, so the tests of the scripts do not run.");

        Process node = new ProcessBuilder("node", "--test", "src/test/js/")
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        assertThat(said).doesNotContain("tests 0");
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
