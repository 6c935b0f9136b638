package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import fr.acse.platform.gate.Gate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten minutes, five in the whole run, {@code -Dacse.fuzz.minutes=…} for another length: each answer comes in time, and nothing stays in the memory. */
@ProcessTest
class FuzzTrial extends Fuzz {

    private static final Duration LASTS = Duration.ofMinutes(Integer.getInteger("acse.fuzz.minutes", 10));
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final long GROWTH = 100_000_000;

    @Test
    void whateverIsSentIsAnsweredInTime() throws IOException {
        // The first set that is uploaded waits for the start of the gate's Java.
        String form = "assess-situation.form";
        assertThat(deploy(form, new String(Gate.filesOfRelease().get(form), StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        long before = used();
        long end = System.nanoTime() + LASTS.toNanos();

        fuzz(sent -> System.nanoTime() < end);

        assertThat(slowest()).isLessThan(ANSWERED_WITHIN);
        assertThat(used() - before).as("bytes more in use").isLessThan(GROWTH);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
