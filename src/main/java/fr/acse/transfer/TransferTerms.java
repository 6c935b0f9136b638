package fr.acse.transfer;

import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Terms of a journey, settings {@code acse.transfer}.
 *
 * @param longest how long a journey lasts at most; the escort's window never stays open beyond it
 * @param late how long after an announced time the escort and the operator are reminded that there was no news
 * @param departureUnknown how long after the planned departure the coordination finds out why nobody has said that they left
 * @param noShow how long somebody who did not come is looked for while her place is kept
 */
@ConfigurationProperties("acse.transfer")
record TransferTerms(Duration longest, Duration late, Duration departureUnknown, Duration noShow) {

    /** @throws Refusal if a journey would last longer than is allowed */
    void checkLength(String field, Instant departure, Instant arrival) {
        Refusal.unless(!arrival.isAfter(departure.plus(longest)), "journeyTooLong", field, longest.toHours());
    }
}
