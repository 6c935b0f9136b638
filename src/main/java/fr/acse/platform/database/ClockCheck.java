package fr.acse.platform.database;

import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Compares the clock of this machine with the clock of the database, which all nodes share. A node whose clock differs would fire timers
 * too early or too late.
 */
@Component
public class ClockCheck {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

    private final Duration mostOff;

    ClockCheck(@Value("${acse.clock.most-off}") Duration mostOff) {
        this.mostOff = mostOff;
    }

    /**
     * How far the clock of this machine is ahead of the database's clock; negative if the clock is behind. Empty if the database took more
     * than one second to answer.
     */
    public static Optional<Duration> ahead(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Instant before = Instant.now();
            try (ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
                answer.next();
                Duration took = Duration.between(before, Instant.now());
                Instant there = answer.getObject(1, OffsetDateTime.class).toInstant();
                return took.compareTo(LONGEST_ANSWER) > 0
                        ? Optional.empty()
                        : Optional.of(Duration.between(there, before.plus(took.dividedBy(2))));
            }
        }
    }

    public boolean isWrong(Duration ahead) {
        return ahead.abs().compareTo(mostOff) > 0;
    }

    /** Message that says by how many seconds the clock is ahead or behind. */
    public static String words(Duration ahead) {
        return Words.of(
                ahead.isNegative() ? "clock.behind" : "clock.ahead", ahead.abs().toSeconds());
    }

    void refuseToStartIfWrong(DataSource database) {
        try {
            ahead(database).filter(this::isWrong).ifPresent(ahead -> {
                throw new StartFailure("start.clock", words(ahead));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what time it is", e);
        }
    }
}
