package fr.acse.payment;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The amounts of the allowance, each from the day on which it comes into force. The seed page says 304 euros for each approved person.
 *
 * @param amounts for each first day, the amount in cents and the people who count
 */
@ConfigurationProperties("acse.allowance")
record AllowanceAmounts(Map<LocalDate, Amount> amounts) {

    /** The people for whom the amount is paid: only the woman who was approved, or each member of her household. */
    enum Counts {
        PERSON,
        HOUSEHOLD
    }

    /** @param cents for each person who counts */
    record Amount(int cents, Counts counts) {}

    /**
     * @param household the number of people: the woman and her children
     * @throws IllegalStateException if no amount is in force on that day
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
