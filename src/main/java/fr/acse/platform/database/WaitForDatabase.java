package fr.acse.platform.database;

import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Waits for a database server that starts later than the node or is being replaced, and logs a warning every 30 seconds. */
@Component
class WaitForDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(WaitForDatabase.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration SAID_EVERY = Duration.ofSeconds(30);
    private static final String SECONDS_TO_CONNECT = "5";

    private final Duration longest;

    WaitForDatabase(@Value("${acse.database.wait}") Duration longest) {
        this.longest = longest;
    }

    /** @throws StartFailure if the server refuses the login, lacks the database, or accepts no connection within the time limit */
    void until(Connections.DatabaseAddress place) {
        Instant end = Instant.now().plus(longest);
        Instant said = Instant.MIN;
        while (true) {
            try (Connection connection = connect(place)) {
                LOG.debug("The database takes connections: {}", connection.isReadOnly());
                return;
            } catch (SQLException notYet) {
                if (!DatabaseFailure.of(notYet).filter(DatabaseFailure::isAway).isPresent()) {
                    throw new StartFailure(
                            "start.databaseRefuses", place.inWords(), String.valueOf(notYet.getSQLState()));
                }
                Instant now = Instant.now();
                if (now.isAfter(end)) {
                    throw new StartFailure("start.databaseAway", place.inWords(), longest.toMinutes());
                }
                if (said.plus(SAID_EVERY).isBefore(now)) {
                    LOG.warn(Words.of("database.wait", place.inWords(), longest.toMinutes()));
                    said = now;
                }
            }
            pause();
        }
    }

    private static Connection connect(Connections.DatabaseAddress place) throws SQLException {
        Properties settings = new Properties();
        // The user and the password may instead be in the database address or in a file of the driver.
        Optional.ofNullable(place.user()).ifPresent(user -> settings.setProperty("user", user));
        Optional.ofNullable(place.password()).ifPresent(password -> settings.setProperty("password", password));
        settings.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        settings.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        settings.setProperty("socketTimeout", SECONDS_TO_CONNECT);
        return DriverManager.getConnection(place.url(), settings);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("start.interrupted");
        }
    }
}
