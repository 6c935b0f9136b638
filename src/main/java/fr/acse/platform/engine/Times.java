package fr.acse.platform.engine;

import fr.acse.codes.Days;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the time zone of the whole system. Timers and services read the same clock. */
@Configuration
public class Times {

    @Bean
    Clock clock() {
        return new EngineClock(ZoneOffset.UTC);
    }

    /** Time zone of the days that people enter and read. All times inside the system are in UTC. */
    @Bean
    ZoneId zone() {
        return ZoneId.of("Europe/Paris");
    }

    @Bean
    Days days(Clock clock, ZoneId zone) {
        return new Days(clock, zone);
    }

    /** Sets the clock of this application to a given time and stops the clock there. Only rehearsals call this method. */
    public static void moveTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Shifts the clock of this application by a duration. The clock keeps running. */
    public static void moveBy(Duration time) {
        ClockUtil.offset(time.toMillis());
    }

    /** Sets the clock of this application back to the clock of the machine. */
    public static void reset() {
        ClockUtil.reset();
    }

    private static final class EngineClock extends Clock {

        private final ZoneId zone;

        EngineClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new EngineClock(other);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
