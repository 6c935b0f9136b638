package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Nodes that must not start, must wait, or must end although everything hangs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OddNodesTrial {

    private static final Path FAKETIME = Path.of("/usr/bin/faketime");

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.start(Path.of("target/test-data/odd-nodes"), 1);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    @Order(1)
    void aNodeWhoseClockIsTenMinutesAheadDoesNotStartAndSaysWhy() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(FAKETIME), "Needs faketime, which Debian has");
        ServerNode ahead = installation.node("ahead").inFront(FAKETIME.toString(), "-f", "+10m");

        ahead.start();

        assertThat(ahead.exit(Processes.PATIENCE)).isNotZero();
        assertThat(Files.readString(ahead.log()))
                .contains("seconds ahead of the database's clock. Timers would fire at the wrong time")
                .doesNotContain("\tat ");
    }

    @Test
    @Order(2)
    void aNodeWithOtherKeysDoesNotStartAndSaysWhich() throws Exception {
        ServerNode strange = installation.nodeWithOtherKeys("strange");

        strange.start();

        assertThat(strange.exit(Processes.PATIENCE)).isNotZero();
        assertThat(Files.readString(strange.log()))
                .contains("was encrypted with another master key (ACSE_KEYS_MASTER")
                .doesNotContain("\tat ");
    }

    @Test
    @Order(3)
    void aNodeThatIsToldToEndWhileItsDatabaseIsGoneEndsInTime() {
        ServerNode node = installation.nodes().get(0);
        installation.primary().stop("immediate");

        assertThat(node.leave()).isLessThan(Duration.ofSeconds(55));
    }

    @Test
    @Order(4)
    void aNodeThatStartsBeforeItsDatabaseWaitsForItWithWords() throws IOException {
        ServerNode node = installation.node("early");
        node.start();
        Processes.waitFor("its words", Processes.PATIENCE, () -> said(node, "takes no connection yet"));

        installation.primary().start();

        node.waitUntilReady();
        assertThat(Files.readString(node.log())).doesNotContain("\tat ");
        node.kill();
    }

    private static boolean said(ServerNode node, String words) {
        try {
            return Files.readString(node.log()).contains(words);
        } catch (IOException notYet) {
            return false;
        }
    }
}
