package fr.acse.platform.door;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/**
 * Whether people, models and rules are in place, so that requests can be served. Until then, and while the
 * application stops, they are asked to come again.
 */
@Component
class Readiness {

    private static final int SECONDS = 2;

    private final ApplicationAvailability availability;
    private final DataSource dataSource;

    Readiness(ApplicationAvailability availability, DataSource dataSource) {
        this.availability = availability;
        this.dataSource = dataSource;
    }

    boolean isReady() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
