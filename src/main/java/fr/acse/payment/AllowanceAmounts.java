package fr.acse.payment;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The allowance by the day from which an amount holds. The seed page says 304 euros for each person approved.
 *
 * @param amounts amount and who counts, by first day
 */
@ConfigurationProperties("acse.allowance")
record AllowanceAmounts(Map<LocalDate, Amount> amounts) {

    /** Who counts: the woman who was approved, or each member of her household. */
    enum Counts {
        PERSON,
        HOUSEHOLD
    }

    /** @param cents for each who counts */
    record Amount(int cents, Counts counts) {}

    /**
     * @param household how many people she and her children are
     * @throws IllegalStateException if no amount holds on that day
     */
    Cents on(LocalDate day, int household) {
        var entry = new TreeMap<>(amounts).floorEntry(day);
        if (entry == null) {
            throw new IllegalStateException("No amount of the allowance holds on " + day);
        }
        Amount amount = entry.getValue();
        return new Cents((long) amount.cents() * (amount.counts() == Counts.HOUSEHOLD ? household : 1));
    }
}
