package fr.acse.platform.door;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is still there when an answer went wrong, so that it is told why: the database, and the task that was asked for. */
@Component
record StillThere(DataSource dataSource, JdbcTemplate jdbc) {

    private static final int SECONDS = 2;

    boolean database() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }

    /** Whether a task is gone for certain; a database that is away does not say so. */
    boolean lost(String task) {
        try {
            return jdbc.queryForList("select 1 from act_ru_task where id_ = ?", task)
                    .isEmpty();
        } catch (DataAccessException away) {
            return false;
        }
    }
}
