package fr.acse.residence.process;

import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Closes the permit track with what its end event stands for, and begins the route that comes next. */
@Component
@ModelStep(
        name = "Close the permit track",
        does =
                "Closes the permit track with the outcome of this end event, and begins the route that was chosen next. The clock of a title that she still holds goes on, unless she watches it herself.")
@Reads({"trackId", "otherRoute"})
record ClosePermitListener(TrackService tracks, TitleService titles, PermitProcesses processes)
        implements ExecutionListener {

    /** A title that lasts so long that she watches its last day herself. */
    private static final String LASTING = "lastingTitle";

    private static final String NONE_NEEDED = "noneNeeded";

    @Override
    public void notify(DelegateExecution execution) {
        String outcome = EndOutcome.of(execution);
        String next = PermitVariables.NEXT_ROUTE.find(execution);
        PermitTrack track = tracks.get(PermitVariables.TRACK.get(execution));
        if (outcome.equals(LASTING)) {
            titles.requireCard(track.id());
        }
        if (outcome.equals(NONE_NEEDED)) {
            tracks.choose(track.id(), NONE_NEEDED);
        }
        tracks.close(track.id(), outcome, next);
        if (outcome.equals(LASTING)) {
            processes.stopWatching(titles.handOver(track.id()));
        }
        if (NextRoute.isOne(next)) {
            processes.beginTrack(track, next);
        }
    }
}
