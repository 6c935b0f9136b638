package fr.acse.platform.door;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether people, models and rules are in place, so that requests can be served; until then, they are asked to come again. A node
 * that leaves says at its probe that it is not ready, and goes on serving what still comes.
 */
@Component
class Readiness {

    private final ApplicationAvailability availability;
    private volatile boolean served;
    private volatile boolean leaving;

    Readiness(ApplicationAvailability availability) {
        this.availability = availability;
    }

    boolean isReady() {
        return leaving || availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @EventListener(ApplicationReadyEvent.class)
    void serve() {
        served = true;
    }

    /** Before anything else hears of it: the engine takes a moment to give up its processes. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leave() {
        leaving = served;
    }
}
