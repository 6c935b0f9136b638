package fr.acse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The time at which tests take place: today at ten in France, whatever the clock on the wall says. {@code -Dacse.test.at=23:56}
 * or {@code -Dacse.test.at=2028-02-29T23:56} lets them take place at another time: a rule that counts in days must hold
 * shortly before midnight, too.
 */
public final class TestTime {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Instant BEGINNING = beginning(System.getProperty("acse.test.at", "10:00"));

    private TestTime() {}

    private static Instant beginning(String at) {
        LocalDateTime moment = at.contains("T")
                ? LocalDateTime.parse(at)
                : LocalDate.now(FRANCE).atTime(LocalTime.parse(at));
        return moment.atZone(FRANCE).toInstant();
    }

    /** As {@code -Dacse.test.at} takes it. */
    static LocalDateTime beginning() {
        return LocalDateTime.ofInstant(BEGINNING, FRANCE);
    }

    /** Each test begins at the same moment; from there the clock runs. */
    public static void begin() {
        later(Duration.ZERO);
    }

    /** Lets the clock run from some time after the beginning, wherever it stands. */
    public static void later(Duration sinceBeginning) {
        ClockUtil.offset(
                Duration.between(Instant.now(), BEGINNING.plus(sinceBeginning)).toMillis());
    }

    /** A test that must not meet midnight begins in the morning. */
    public static void morning() {
        ClockUtil.setCurrentTime(Date.from(today().atTime(10, 0).atZone(FRANCE).toInstant()));
    }

    /** When the day in France is over. */
    public static Instant midnight() {
        return today().plusDays(1).atStartOfDay(FRANCE).toInstant();
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** The day in France. */
    public static LocalDate today() {
        return LocalDate.ofInstant(now(), FRANCE);
    }
}
