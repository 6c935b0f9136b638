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

/** The clock and the zone of the whole system: timers and services read the same time. */
@Configuration
public class Times {

    @Bean
    Clock clock() {
        return new EngineClock(ZoneOffset.UTC);
    }

    /** Days that people enter and read are days in Europe/Paris. Internally, all times are UTC. */
    @Bean
    ZoneId zone() {
        return ZoneId.of("Europe/Paris");
    }

    @Bean
    Days days(Clock clock, ZoneId zone) {
        return new Days(clock, zone);
    }

    /** Sets the clock of this application to a moment and stops it there. For rehearsals. */
    public static void moveTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Moves the clock of this application, which keeps running. */
    public static void moveBy(Duration time) {
        ClockUtil.offset(time.toMillis());
    }

    /** Returns to the clock of the machine. */
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
