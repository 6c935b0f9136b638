package fr.acse.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A real PostgreSQL that comes with the dependencies, for running without a database server. Its data is kept in {@code
 * <data-dir>/postgres}, written through to the disk.
 */
@Configuration
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String MAJOR_VERSION = "17";

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(
            @Value("${acse.data-dir}") Path dataDir, @Value("${acse.embedded.durable:true}") boolean durable)
            throws IOException {
        Path folder = dataDir.resolve("postgres").toAbsolutePath().normalize();
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            refuseOtherVersion(folder);
            refuseSecondRun(folder);
            stopLeftOver(folder);
        }
        String written = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("fsync", written)
                .setServerConfig("synchronous_commit", written)
                .setServerConfig("full_page_writes", written)
                .setServerConfig("max_connections", "60")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            EmbeddedPostgres postgres, @Value("${spring.datasource.hikari.maximum-pool-size:20}") int poolSize) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
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
