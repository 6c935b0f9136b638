package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What model {@code permit-news.bpmn} does. */
@Configuration(proxyBeanMethods = false)
class PermitNewsSteps {

    /** Begins the route that was chosen beside the one that goes on. */
    @Bean
    @ModelStep(
            name = "Begin the route",
            does = "Begins a track of its own for the route that was chosen, if any.",
            reads = {"trackId", "otherRoute"})
    JavaDelegate beginRouteDelegate(TrackService tracks, PermitProcesses processes) {
        return execution -> {
            String route = PermitVariables.NEXT_ROUTE.find(execution);
            if (NextRoute.isOne(route)) {
                PermitTrack track = tracks.get(PermitVariables.TRACK.get(execution));
                processes.beginTrack(track, route);
            }
        };
    }
}
