package fr.acse.console.drawing;

import fr.acse.words.Words;
import java.time.Duration;

/** Formats a duration with its one or two largest units. */
public final class Spans {

    private Spans() {}

    /** A duration for a sentence, such as {@code 2 days 3 hours}. */
    public static String words(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        if (span.toDays() > 0) {
            return both("days", span.toDays(), "hours", span.toHoursPart());
        }
        if (span.toHours() > 0) {
            return both("hours", span.toHours(), "minutes", span.toMinutesPart());
        }
        return span.toMinutes() > 0 ? Words.of("span.minutes", span.toMinutes()) : Words.of("span.seconds", seconds);
    }

    private static String both(String large, long first, String small, int second) {
        String words = Words.of("span." + large, first);
        return second == 0 ? words : words + " " + Words.of("span." + small, second);
    }

    /** A duration for a diagram, in its largest unit only. */
    public static String brief(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        if (span.toDays() > 0) {
            return Words.of("span.d", span.toDays());
        }
        if (span.toHours() > 0) {
            return Words.of("span.h", span.toHours());
        }
        return span.toMinutes() > 0 ? Words.of("span.m", span.toMinutes()) : Words.of("span.s", seconds);
    }
}
