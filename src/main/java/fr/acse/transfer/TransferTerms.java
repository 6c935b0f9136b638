package fr.acse.transfer;

import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Time limits of a journey, settings {@code acse.transfer}.
 *
 * @param longest longest duration of a journey; nobody can read the address later than this after the departure
 * @param late time after an announced time until the escort and the association are reminded of missing news
 * @param departureUnknown time after the planned departure until the coordination finds out why nobody reported the departure
 * @param noShow time after the departure for which a woman who did not come is searched for and her place is kept
 */
@ConfigurationProperties("acse.transfer")
record TransferTerms(Duration longest, Duration late, Duration departureUnknown, Duration noShow) {

    /** @throws Refusal if the journey would last longer than {@code acse.transfer.longest} */
    void checkLength(String field, Instant departure, Instant arrival) {
        Refusal.unless(!arrival.isAfter(departure.plus(longest)), "journeyTooLong", field, longest.toHours());
    }
}
