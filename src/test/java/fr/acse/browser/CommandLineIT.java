package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The commands as an administrator of the machine gives them: each in a process of its own. */
class CommandLineIT {

    private record Outcome(int exit, String words) {}

    @Test
    void aCommandRunsWithoutTheWebServerAndSaysWhetherAllIsWell() throws Exception {
        Outcome whole = run("verify-reveals");
        assertThat(whole.words()).contains("The reveal log is whole.").endsWith("OK\n");
        assertThat(whole.exit()).isZero();

        assertThat(run("who-knew", "s01").words()).contains("Nobody has read values of s01.");
        Outcome refused = run("erase", "ACSE-0000-0000");
        assertThat(refused.words()).contains("there is no case ACSE-0000-0000").endsWith("NOT OK\n");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(run("rewrap-keys").words()).contains("All is wrapped by the first key");
    }

    private static Outcome run(String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "fr.acse.AcseReferralApplication");
        process.command().addAll(List.of(command));
        process.environment().put("ACSE_DATA_DIR", "target/test-data/command");
        process.environment().put("ACSE_EMBEDDED_DURABLE", "false");
        Process running = process.start();
        String words = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(running.waitFor(), words);
    }
}
