package fr.acse.transfer;

import fr.acse.codes.Login;
import java.time.Instant;
import java.util.List;

/**
 * The plan of a journey.
 *
 * @param escort who leaves with the woman; works for the association
 * @param substitute who escorts the woman if the escort cannot, or null
 * @param changes changes on the way, in the order of travel
 */
public record JourneyPlan(Login escort, Login substitute, Instant departure, Instant arrival, List<Change> changes) {

    /**
     * A change on the way.
     *
     * @param at expected time of the change
     * @param relay the escort who takes over there, who may work for another association; null if the same escort goes on
     */
    public record Change(Instant at, Login relay) {}

    /** A plan without changes on the way. */
    public static JourneyPlan direct(Login escort, Instant departure, Instant arrival) {
        return new JourneyPlan(escort, null, departure, arrival, List.of());
    }
}
