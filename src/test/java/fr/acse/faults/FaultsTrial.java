package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The long trial, {@code mvn test -Pfaults}: fifteen minutes unless {@code -Dacse.minutes} says otherwise; it writes a report. */
class FaultsTrial {

    private static final Path REPORT = Path.of("target/faults.md");

    @Test
    void nothingIsLostDoubledOrStuckInAQuarterOfAnHour() throws Exception {
        long seed = Extent.seed(FaultsTrial.class);
        long minutes = Long.getLong("acse.minutes", 15L);

        Trial.Outcome outcome = Trial.run(
                new Trial.Plan(seed, Duration.ofMinutes(minutes), 600, Duration.ofMillis(1500)),
                Path.of("target/test-data/faults-long"));

        Files.writeString(REPORT, report(seed, minutes, outcome));
        assertThat(outcome.broken()).isEmpty();
    }

    private static String report(long seed, long minutes, Trial.Outcome outcome) {
        StringBuilder report = new StringBuilder(
                "Seed %d, %d minutes, two nodes, a primary and a replica.\n\n| what | how often |\n|---|---|\n"
                        .formatted(seed, minutes));
        outcome.journal().counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(count -> report.append("| %s | %s |\n".formatted(count.getKey(), count.getValue())));
        report.append("\n| step | acknowledged |\n|---|---|\n");
        outcome.journal().steps().stream()
                .filter(step -> step.task() != null)
                .collect(Collectors.groupingBy(Journal.Step::step, TreeMap::new, Collectors.counting()))
                .forEach((step, count) -> report.append("| %s | %d |\n".formatted(step, count)));
        report.append("\n| fault | somebody is served again after (median / longest) |\n|---|---|\n");
        outcome.recovery().forEach((fault, seconds) -> {
            List<Double> sorted =
                    seconds.stream().sorted(Comparator.naturalOrder()).toList();
            report.append("| %s | %.1f s / %.1f s |\n"
                    .formatted(
                            fault.toLowerCase().replace('_', ' '),
                            sorted.get(sorted.size() / 2),
                            sorted.get(sorted.size() - 1)));
        });
        report.append("\n| check | found |\n|---|---|\n");
        outcome.found().forEach((check, found) -> report.append("| %s | %d |\n".formatted(check, found.size())));
        return report.toString();
    }
}
