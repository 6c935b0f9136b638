package fr.acse.residence.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AFIS allowance may have been asked for together with the exit pathway. */
@Component
@ModelStep(
        name = "Follow the AFIS allowance",
        does =
                "If the allowance was asked for and not answered yet, starts afis beside the track, or lets the one of an earlier track go on; an answer ends it and stands among what is known.")
@Reads({"trackId", "afis"})
record FollowAfisDelegate(
        TrackService tracks, PermitProcesses processes, CurrentPerson person, Clock clock, ZoneId zone)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        PermitTrack track = tracks.get(PermitVariables.TRACK.get(execution));
        String afis = ResidencePermitProcess.AFIS.find(execution);
        if ("asked".equals(afis)) {
            processes.followAfis(track);
        } else if (processes.afisIsAnswered(track)) {
            String fact = "yes".equals(afis) ? "afisGranted" : "afisNotGranted";
            tracks.note(track.id(), fact, null, LocalDate.now(clock.withZone(zone)), person.login());
        }
    }
}
