package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short trial; {@code mvn test -Pfaults} makes the long one. */
class FaultsIT {

    @Test
    void nothingIsLostDoubledOrStuckWhenNodesServersAndWiresFail() {
        long seed = Extent.seed(FaultsIT.class);

        Trial.Outcome outcome = Trial.run(
                new Trial.Plan(seed, Duration.ofSeconds(25), 40, Duration.ofSeconds(1)),
                Path.of("target/test-data/faults"));

        assertThat(outcome.broken())
                .as("seed %d, %s", seed, outcome.journal().counts())
                .isEmpty();
    }
}
