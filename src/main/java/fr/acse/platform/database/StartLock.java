package fr.acse.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lock for the start of a node. Nodes that start at the same time set up the database one after the other. */
@Component
@RequiredArgsConstructor
public class StartLock {

    /** Key of the lock. No other advisory lock of the database has this number. */
    private static final long KEY = 0x4143_5345L;

    /** Advisory locks apply to the whole database. A rehearsal has its own schema and therefore needs its own lock. */
    private static final String LOCK = "(case current_schema() when 'public' then " + KEY
            + " else hashtextextended(current_schema(), " + KEY + ") end)";

    private static final int PAUSE_MILLISECONDS = 200;

    private final DataSource dataSource;

    /** Waits for the lock. The node holds the lock until the node releases it or dies. */
    public Held acquire() {
        try {
            Connection connection = dataSource.getConnection();
            // The loop retries, because the time limit of statements would cancel a statement that waits.
            while (!is(connection, "select pg_try_advisory_lock" + LOCK)) {
                Thread.sleep(PAUSE_MILLISECONDS);
            }
            return () -> {
                is(connection, "select pg_advisory_unlock" + LOCK);
                connection.close();
            };
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be locked for the start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }

    private static boolean is(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    public interface Held extends AutoCloseable {

        @Override
        void close() throws SQLException;
    }
}
