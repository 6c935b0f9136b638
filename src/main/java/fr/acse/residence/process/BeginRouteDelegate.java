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
class BeginRouteDelegate implements JavaDelegate {

    private final TrackService tracks;
    private final PermitProcesses processes;

    BeginRouteDelegate(TrackService tracks, PermitProcesses processes) {
        this.tracks = tracks;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String route = PermitVariables.NEXT_ROUTE.find(execution);
        if (NextRoute.isOne(route)) {
            PermitTrack track = tracks.get(PermitVariables.TRACK.get(execution));
            processes.beginTrack(track, route);
        }
    }
}
