package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has recorded an answer about the AFIS allowance. */
@Component
@ModelStep(name = "Remind of AFIS", does = "Tells whoever follows the track, and the supervisors.")
@Reads("trackId")
record RemindOfAfisDelegate(TrackService tracks) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        tracks.remindOfAfis(PermitVariables.TRACK.get(execution));
    }
}
