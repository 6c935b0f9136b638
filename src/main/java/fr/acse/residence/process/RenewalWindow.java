package fr.acse.residence.process;

import static fr.acse.residence.process.PermitVariables.*;

import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The time window in which the renewal of a title may be requested.
 *
 * @param until last day of the title
 */
record RenewalWindow(LocalDate until, Instant from, Instant by) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** @param rule two ISO periods before the last day, separated by a hyphen, or {@code none} if the title is not renewed */
    static Optional<RenewalWindow> of(String rule, LocalDate until, ZoneId zone) {
        if (rule.equals("none")) {
            return Optional.empty();
        }
        String[] before = rule.split("-");
        return Optional.of(new RenewalWindow(
                until,
                morning(until.minus(Period.parse(before[0])), zone),
                morning(until.minus(Period.parse(before[1])), zone)));
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    Map<String, Object> variables(Instant end) {
        return Variable.values(
                ENDS_ON.with(end), END_DATE.with(until), RENEWAL_DUE_ON.with(from), REQUEST_DUE_ON.with(by));
    }
}
