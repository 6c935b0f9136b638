package fr.acse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * How much a test plays. {@code mvn verify} plays what tells whether a change broke something, with the same
 * seeds. {@code mvn verify -Pwhole} plays more, with new seeds. {@code -Dacse.seed=… -Dacse.test.at=…}, as printed, plays the same again.
 */
public final class Extent {

    private static final List<String> LENGTHS = List.of(
            "acse.steps",
            "acse.walks",
            "acse.permit.steps",
            "acse.money.steps",
            "acse.years",
            "acse.reports",
            "acse.minutes",
            "acse.fuzz.minutes");

    /** Tests run in several processes; the parts of the whole run are kept apart. */
    private static final Path SEEDS = System.getProperty("acse.part") == null
            ? Path.of("target", "seeds.txt")
            : Path.of("target", "whole", System.getProperty("acse.part"), "seeds.txt");

    private Extent() {}

    public static boolean isWhole() {
        return Boolean.getBoolean("acse.whole");
    }

    /** How often something is done: as the property says; else the first number for a change, the second one in the whole run. */
    public static int of(String property, int change, int whole) {
        return Integer.getInteger(property, isWhole() ? whole : change);
    }

    /** The seed of a test, which is printed and kept. A search of another length than that for a change has a new one, too. */
    public static long seed(Class<?> test) {
        boolean isNew = isWhole() || LENGTHS.stream().anyMatch(length -> System.getProperty(length) != null);
        long seed = Long.getLong("acse.seed", isNew ? System.nanoTime() : 1);
        // The days of a case depend on the day on which it begins.
        String line = "%s -Dacse.seed=%d -Dacse.test.at=%s".formatted(test.getSimpleName(), seed, TestTime.beginning());
        System.out.println(line);
        try {
            Files.createDirectories(SEEDS.getParent());
            Files.writeString(SEEDS, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seed;
    }
}
