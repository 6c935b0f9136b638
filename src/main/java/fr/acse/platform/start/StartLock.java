package fr.acse.platform.start;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Makes nodes that start at the same time set up the database one after the other. */
@Component
public class StartLock {

    /** Any number that no other user of the database's advisory locks takes. */
    private static final long KEY = 0x4143_5345L;

    private final DataSource dataSource;

    StartLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Waits for the lock; it is held until it is closed, or the node dies. */
    public Held acquire() {
        try {
            Connection connection = dataSource.getConnection();
            execute(connection, "select pg_advisory_lock(" + KEY + ")");
            return () -> {
                execute(connection, "select pg_advisory_unlock(" + KEY + ")");
                connection.close();
            };
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be locked for the start", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public interface Held extends AutoCloseable {

        @Override
        void close() throws SQLException;
    }
}
