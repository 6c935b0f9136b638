package fr.acse.platform.start;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A real PostgreSQL that comes with the dependencies, for running without a database server. Its data is kept in {@code
 * <data-dir>/postgres}, written through to the disk. It listens on the loopback
 * address and asks for a password, which is kept beside the keys.
 */
@Configuration
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
@ConditionalOnClass(name = EmbeddedDatabase.LIBRARY)
class EmbeddedDatabase {

    static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String MAJOR_VERSION = "17";
    private static final String AUTHENTICATION = "scram-sha-256";

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(
            @Value("${acse.data-dir}") Path dataDir, @Value("${acse.embedded.durable:true}") boolean durable)
            throws IOException {
        PrivateFiles.folder(dataDir);
        Path folder = dataDir.resolve("postgres").toAbsolutePath().normalize();
        boolean isThere = Files.exists(folder.resolve("PG_VERSION"));
        if (isThere) {
            refuseOtherVersion(folder);
            refuseSecondRun(folder);
            stopLeftOver(folder);
        }
        String written = durable ? "on" : "off";
        Path passwordFile = passwordFile(dataDir);
        boolean withoutPassword = isThere && Files.notExists(passwordFile);
        String password = withoutPassword ? newPassword() : readOrMakePassword(passwordFile);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        PrivateFiles.folder(dataDir.resolve("binaries")).toFile())
                // This is given to initdb, so that the server asks for a password from the beginning.
                .setLocaleConfig("auth", AUTHENTICATION)
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", written)
                .setServerConfig("synchronous_commit", written)
                .setServerConfig("full_page_writes", written)
                .setServerConfig("max_connections", "60")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        // Unpacking the binaries opens their folder to other users, so it is closed again.
        PrivateFiles.folder(dataDir.resolve("binaries"));
        if (withoutPassword) {
            askForPassword(postgres, folder, password);
            PrivateFiles.write(passwordFile, password);
        }
        return postgres;
    }

    private static Path passwordFile(Path dataDir) throws IOException {
        return PrivateFiles.folder(dataDir.resolve("keys")).resolve("database.txt");
    }

    private static String readOrMakePassword(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFiles.write(file, newPassword());
        }
        return Files.readString(file).strip();
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A database of an earlier release let in every user of the machine. */
    private static void askForPassword(EmbeddedPostgres postgres, Path folder, String password) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Path rules = folder.resolve("pg_hba.conf");
            Files.writeString(rules, Files.readString(rules).replaceAll("\\btrust\\b", AUTHENTICATION));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be given a password", e);
        }
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            EmbeddedPostgres postgres,
            @Value("${acse.data-dir}") Path dataDir,
            @Value("${spring.datasource.hikari.maximum-pool-size:20}") int poolSize)
            throws IOException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setPassword(Files.readString(passwordFile(dataDir)).strip());
        pool.setMaximumPoolSize(poolSize);
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    private static void refuseOtherVersion(Path folder) throws IOException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!MAJOR_VERSION.equals(version)) {
            throw new StartFailure("start.otherVersion", folder, version, MAJOR_VERSION);
        }
    }

    private static void refuseSecondRun(Path folder) throws IOException {
        try (RandomAccessFile file =
                        new RandomAccessFile(folder.resolve("epg-lock").toFile(), "rw");
                FileLock lock = file.getChannel().tryLock()) {
            if (lock == null) {
                throw new StartFailure("start.locked", folder);
            }
        } catch (OverlappingFileLockException e) {
            throw new StartFailure("start.locked", folder);
        }
    }

    /** A run that was killed leaves its server behind: nobody uses it any more, so it is stopped in good order. */
    private static void stopLeftOver(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle server = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .orElse(null);
        if (server != null) {
            LOG.info("Stopping the database server that a killed run left behind");
            server.destroy();
            try {
                server.onExit().get(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new StartFailure("start.leftOver", pid);
            }
        }
    }
}
