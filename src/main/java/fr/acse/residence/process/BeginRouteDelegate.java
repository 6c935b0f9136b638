package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the route that was chosen beside the one that goes on. */
@Component
@ModelStep(name = "Begin the route", does = "Begins a track of its own for the route that was chosen, if any.")
@Reads({"trackId", "otherRoute"})
record BeginRouteDelegate(TrackService tracks, PermitProcesses processes) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String route = PermitVariables.NEXT_ROUTE.find(execution);
        if (NextRoute.isOne(route)) {
            PermitTrack track = tracks.get(PermitVariables.TRACK.get(execution));
            processes.beginTrack(track, route);
        }
    }
}
