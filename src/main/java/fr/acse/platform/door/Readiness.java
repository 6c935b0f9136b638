package fr.acse.platform.door;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells whether this node has its people, models and rules, and can serve requests. Until then, clients must try again. The readiness probe
 * of a node that shuts down reports that the node is not ready, but the node still serves requests. For error messages, this class checks
 * whether the database and the requested task exist.
 */
@Component
@RequiredArgsConstructor
class Readiness {

    private static final int SECONDS = 2;

    private final ApplicationAvailability availability;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private volatile boolean served;
    private volatile boolean leaving;

    boolean isReady() {
        return leaving || availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @EventListener(ApplicationReadyEvent.class)
    void serve() {
        served = true;
    }

    /** Runs before all other listeners of the shutdown, because the engine takes a moment to unregister its processes. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leave() {
        leaving = served;
    }

    boolean isDatabaseThere() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }

    /** Whether a task certainly no longer exists; false if the database cannot be reached. */
    boolean isTaskGone(String task) {
        try {
            return jdbc.queryForList("select 1 from engine_task where id = ?", task)
                    .isEmpty();
        } catch (DataAccessException away) {
            return false;
        }
    }
}
