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

    /** Days of people are days in Europe/Paris; inside everything is UTC. */
    @Bean
    ZoneId zone() {
        return ZoneId.of("Europe/Paris");
    }

    @Bean
    Days days(Clock clock, ZoneId zone) {
        return new Days(clock, zone);
    }

    /** Moves the clock of this application, which stands still from then on. For rehearsals. */
    public static void moveTo(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Moves the clock of this application, which goes on. */
    public static void moveBy(Duration time) {
        ClockUtil.offset(time.toMillis());
    }

    /** The clock of the machine again. */
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
