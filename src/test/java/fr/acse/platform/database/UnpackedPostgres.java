package fr.acse.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's program, which each data folder unpacks for itself. In tests it is unpacked once for all folders; that takes longer than to make a
 * database.
 */
public class UnpackedPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ONCE = Path.of("target", "postgres");

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        Path dataDir = Path.of(application.getEnvironment().getProperty("acse.data-dir", "data"));
        unpackInto(dataDir);
        application.addApplicationListener(
                (ApplicationListener<ApplicationReadyEvent>) ready -> keep(dataDir.resolve("binaries")));
    }

    /** Copies the program into a data folder that has none yet. */
    static void unpackInto(Path dataDir) {
        Path binaries = dataDir.resolve("binaries");
        try {
            if (Files.exists(ONCE) && Files.notExists(binaries)) {
                FileSystemUtils.copyRecursively(ONCE, binaries);
                sayItIsWhole(binaries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library unpacks again what is newer than its mark. */
    private static void sayItIsWhole(Path binaries) throws IOException {
        try (Stream<Path> program = Files.list(binaries)) {
            for (Path each : program.toList()) {
                Files.setLastModifiedTime(each.resolve(".exists"), FileTime.from(Instant.now()));
            }
        }
    }

    private static void keep(Path binaries) {
        if (Files.exists(ONCE) || Files.notExists(binaries)) {
            return;
        }
        try {
            Path whole = Files.createTempDirectory(ONCE.toAbsolutePath().getParent(), "postgres-");
            FileSystemUtils.copyRecursively(binaries, whole);
            // Another process may have been faster.
            if (!whole.toFile().renameTo(ONCE.toFile())) {
                FileSystemUtils.deleteRecursively(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
