package fr.acse.platform.database;

import fr.acse.platform.start.PrivateFiles;
import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import lombok.Getter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The folder with the data, the password and the program of the embedded server. Only one run at a time uses the folder. */
final class ServerFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);
    private static final String MAJOR_VERSION = "17";
    private final Path dataDir;

    @Getter
    private final Path folder;

    @Getter
    private final ServerProcess process;

    private FileChannel lock;

    ServerFolder(Path dataDir) {
        this.dataDir = dataDir;
        this.folder = dataDir.resolve("postgres").toAbsolutePath().normalize();
        this.process = new ServerProcess(folder);
    }

    Path binaries() {
        return dataDir.resolve("binaries");
    }

    Path passwordFile() {
        return dataDir.resolve("keys").resolve("database.txt");
    }

    /**
     * Checks the data of an earlier run, or creates the password of a new database and marks the database as incomplete.
     *
     * @return the password of the database
     * @throws StartFailure if the data is of another PostgreSQL version, or its password is missing
     */
    String prepare() throws IOException {
        putUnfinishedAside();
        boolean isThere = Files.exists(folder.resolve("PG_VERSION"));
        if (isThere) {
            refuseOtherVersion();
            process.stopLeftOver();
        } else {
            PrivateFiles.replace(begun(), "A new database is being made here. It is whole when this file is gone.\n");
        }
        PrivateFiles.folder(passwordFile().getParent());
        if (Files.notExists(passwordFile())) {
            if (isThere) {
                throw new StartFailure("start.noPassword", folder, passwordFile());
            }
            PrivateFiles.replace(passwordFile(), newPassword());
        }
        return Files.readString(passwordFile()).strip();
    }

    /** Deletes the file that marks the new database as incomplete. */
    void isWhole() throws IOException {
        Files.deleteIfExists(begun());
    }

    void unlock() throws IOException {
        lock.close();
    }

    /** Takes the lock of the folder. The operating system releases the lock when this run ends, even if the run is killed. */
    void lock() throws IOException {
        lock = FileChannel.open(dataDir.resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException bySameJava) {
            LOG.debug("This run holds the lock itself");
        }
        lock.close();
        throw new StartFailure("start.locked", folder);
    }

    /** Moves the old database to {@code postgres.before}, so that the server begins with an empty database. */
    void putBeforeAside() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        process.stopLeftOver();
        Path before = dataDir.resolve("postgres.before");
        FileSystemUtils.deleteRecursively(before);
        Files.move(folder, before);
        LOG.info(Words.of("database.anew", before));
    }

    private Path begun() {
        return dataDir.resolve("postgres.begun");
    }

    /** Moves an incomplete database aside, which a first run left when it was killed. Nobody has written data into such a database. */
    private void putUnfinishedAside() throws IOException {
        if (Files.notExists(begun())) {
            return;
        }
        if (Files.exists(folder)) {
            process.stopLeftOver();
            Path aside = dataDir.resolve("postgres.unfinished-" + Instant.now().toEpochMilli());
            Files.move(folder, aside);
            LOG.warn(Words.of("database.unfinished", aside));
        }
        Files.delete(begun());
    }

    private void refuseOtherVersion() throws IOException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!MAJOR_VERSION.equals(version)) {
            throw new StartFailure("start.otherVersion", folder, version, MAJOR_VERSION);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
