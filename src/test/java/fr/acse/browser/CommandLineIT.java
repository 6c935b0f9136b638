package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;

/** The commands as an administrator of the machine gives them: each in a process of its own, beside the running application. */
@RunningApplication
class CommandLineIT {

    @Autowired
    @Qualifier("connectionsOfJobs")
    HikariDataSource connections;

    @Value("${acse.data-dir}")
    Path dataFolder;

    private record Outcome(int exit, String words) {}

    @Test
    void aCommandRunsWithoutTheWebServerAndSaysWhetherAllIsWell() throws Exception {
        // Each starts a whole application, so both start at once.
        Process well = start("verify-reveals");
        Process unwell = start("erase", "ACSE-0000-0000");

        Outcome whole = outcome(well);
        assertThat(whole.words()).contains("The reveal log is whole.").endsWith("OK\n");
        assertThat(whole.exit()).isZero();
        Outcome refused = outcome(unwell);
        assertThat(refused.words()).contains("there is no case ACSE-0000-0000").endsWith("NOT OK\n");
        assertThat(refused.exit()).isEqualTo(1);
    }

    private Process start(String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=160m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "fr.acse.AcseReferralApplication");
        process.command().addAll(List.of(command));
        process.redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment()
                .putAll(Map.of(
                        "ACSE_DATA_DIR",
                        dataFolder.toString(),
                        "ACSE_KEYS_MASTER",
                        Files.readString(dataFolder.resolve("keys/master.json")),
                        "ACSE_KEYS_INDEX",
                        Files.readString(dataFolder.resolve("keys/index.json")),
                        "SPRING_DATASOURCE_URL",
                        connections.getJdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        connections.getUsername(),
                        "SPRING_DATASOURCE_PASSWORD",
                        connections.getPassword()));
        return process.start();
    }

    private static Outcome outcome(Process running) throws Exception {
        String words = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(running.waitFor(), words);
    }
}
