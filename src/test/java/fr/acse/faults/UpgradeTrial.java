package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * People work on an installation of an earlier release; all its nodes stop and start again as this one, and the people go on. The
 * earlier release is built from its commit, and needs the same libraries: {@code -Dacse.earlier=<its target/classes>}.
 */
@EnabledIfSystemProperty(named = "acse.earlier", matches = ".+")
class UpgradeTrial {

    @Test
    void casesOfAnEarlierReleaseGoOnAfterAnUpgradeUnderLoad() {
        Duration half = Duration.ofSeconds(Long.getLong("acse.seconds", 60));
        try (Installation installation = Installation.startEarlier(
                Path.of("target/test-data/faults-upgrade"),
                Path.of(System.getProperty("acse.earlier")).toAbsolutePath(),
                2)) {
            Trial.Outcome outcome = Trial.run(
                    new Trial.Plan(11, half.multipliedBy(2).minusSeconds(1), 60, half, List.of(Trial.Fault.UPGRADE)),
                    installation);

            System.out.println(outcome.journal().counts() + " " + outcome.recovery());
            assertThat(outcome.broken())
                    .as("except for the words of the earlier release")
                    .allMatch(each -> each.startsWith("words:"));
            assertThat(outcome.journal().steps())
                    .as("steps after the upgrade")
                    .anyMatch(step -> step.at().isAfter(installation.upgradedAt()));
        }
    }
}
