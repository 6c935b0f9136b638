package fr.acse.payment;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The amount of the allowance in cents, by the day from which it holds. The seed page says 304 euros.
 *
 * @param amounts cents by first day
 */
@ConfigurationProperties("acse.allowance")
record AllowanceAmounts(Map<LocalDate, Integer> amounts) {

    /** @throws IllegalStateException if no amount holds on that day */
    Cents on(LocalDate day) {
        var entry = new TreeMap<>(amounts).floorEntry(day);
        if (entry == null) {
            throw new IllegalStateException("No amount of the allowance holds on " + day);
        }
        return new Cents(entry.getValue());
    }
}
