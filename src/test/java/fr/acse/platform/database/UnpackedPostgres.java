package fr.acse.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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
        Path data = Path.of(application.getEnvironment().getProperty("acse.data-dir", "data"));
        Path binaries = data.resolve("binaries");
        if (Files.exists(ONCE) && Files.notExists(binaries)) {
            link(ONCE, binaries);
        }
        application.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) ready -> keep(data));
    }

    private static void keep(Path data) {
        Path binaries = data.resolve("binaries");
        if (Files.notExists(ONCE) && Files.exists(binaries)) {
            Path whole = newFolder();
            link(binaries, whole);
            try {
                Files.move(whole, ONCE, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException anotherWasFaster) {
                FileSystemUtils.deleteRecursively(whole.toFile());
            }
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(ONCE.toAbsolutePath().getParent(), "postgres-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path from, Path to) {
        try (Stream<Path> found = Files.walk(from)) {
            List<Path> all = found.toList();
            for (Path each : all) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(there);
                } else {
                    linkFile(each, there);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void linkFile(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (IOException | UnsupportedOperationException onAnotherDisk) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
