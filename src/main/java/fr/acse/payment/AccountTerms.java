package fr.acse.payment;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param kept how long receipts and payment files are kept after the day of the payment */
@ConfigurationProperties("acse.accounts")
record AccountTerms(Period kept) {

    /** The shortest retention time of receipts and payment files, in months. */
    private static final int SHORTEST = 60;

    /** @throws IllegalArgumentException if the retention time is shorter than 60 months: accounts must be kept longer than their case */
    AccountTerms {
        if (kept.toTotalMonths() < SHORTEST) {
            throw new IllegalArgumentException("acse.accounts.kept must be 5 years at least, but is " + kept);
        }
    }
}
