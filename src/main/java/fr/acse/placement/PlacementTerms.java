package fr.acse.placement;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Time limits of a search, settings {@code acse.placement}.
 *
 * @param offer time that a shelter has to answer; never beyond the 48-hour deadline
 * @param offerWhenLate time that a shelter has to answer after the 48-hour deadline
 * @param hold time for which a place is held while the arrival is not agreed
 * @param afterArrival time for which a place is still held after the proposed day of arrival
 * @param holdWarning time between the warning and the end of a hold
 * @param closedWhenFull time for which the free places of a shelter are closed after it reported itself full
 * @param askAgain time after which a shelter that answered "not at the moment" is asked again for the same case
 * @param lastAnswers age up to which the latest answers of a shelter count
 * @param mostLastAnswers highest number of latest answers that count
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

    /** When the warning about the end of a hold is sent. */
    Instant warningBefore(Instant end) {
        return end.minus(holdWarning);
    }
}
