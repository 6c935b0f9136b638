package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AFIS allowance may have been asked for together with the exit pathway. */
@Component
@ModelStep(
        name = "Follow the AFIS allowance",
        does =
                "If the allowance was asked for and not answered yet, starts afis beside the track, or lets the one of an earlier track go on; an answer ends it.")
@Reads({"trackId", "afis"})
class FollowAfisDelegate implements JavaDelegate {

    private final TrackService tracks;
    private final PermitProcesses processes;

    FollowAfisDelegate(TrackService tracks, PermitProcesses processes) {
        this.tracks = tracks;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PermitTrack track = tracks.get(PermitVariables.TRACK.get(execution));
        if ("asked".equals(ResidencePermitProcess.AFIS.find(execution))) {
            processes.followAfis(track);
        } else {
            processes.afisIsAnswered(track);
        }
    }
}
