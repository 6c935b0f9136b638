package fr.acse.transfer;

import fr.acse.codes.Login;
import java.time.Instant;
import java.util.List;

/**
 * A journey as it is planned.
 *
 * @param escort who leaves with her; works for the operator
 * @param substitute who escorts her if the escort cannot, or null
 * @param changes where they change on the way, in their order
 */
public record JourneyPlan(Login escort, Login substitute, Instant departure, Instant arrival, List<Change> changes) {

    /**
     * A change on the way.
     *
     * @param at when they are expected there
     * @param relay the escort who takes her over there, also of another association; or null if the same escort goes on
     */
    public record Change(Instant at, Login relay) {}

    /** A journey without changes. */
    public static JourneyPlan direct(Login escort, Instant departure, Instant arrival) {
        return new JourneyPlan(escort, null, departure, arrival, List.of());
    }
}
