package fr.acse.placement;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Durations of a search, {@code acse.placement}.
 *
 * @param offer how long a shelter has to answer, never beyond the 48 hours
 * @param offerWhenLate how long when the 48 hours are over
 * @param hold how long a place is kept while the arrival is not agreed
 * @param afterArrival how long after the proposed day of arrival a place is still kept
 * @param holdWarning how long before the end of a hold a warning is sent
 * @param closedWhenFull how long the free places of a shelter are not offered after it said that it is full
 * @param askAgain after what time a shelter that said "not at the moment" is asked again for the same case
 * @param lastAnswers how far back the last answers of a shelter count
 * @param mostLastAnswers how many of them count
 */
@ConfigurationProperties("acse.placement")
public record PlacementTerms(
        Duration offer,
        Duration offerWhenLate,
        Duration hold,
        Duration afterArrival,
        Duration holdWarning,
        Duration closedWhenFull,
        Duration askAgain,
        Duration lastAnswers,
        int mostLastAnswers) {

    /** The time of the warning that a hold ends. */
    Instant warningBefore(Instant end) {
        return end.minus(holdWarning);
    }
}
