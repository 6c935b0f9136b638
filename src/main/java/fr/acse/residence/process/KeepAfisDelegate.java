package fr.acse.residence.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AFIS allowance is granted or refused, or nobody asks for it any more. */
@Component
@ModelStep(
        name = "Keep the answer about AFIS",
        does = "Keeps an answer with its day among what is known of the track, where Follow the title shows it.")
@Reads({"trackId", "afisAnswer", "afisOn"})
record KeepAfisDelegate(TrackService tracks, PermitProcesses processes, CurrentPerson person) implements JavaDelegate {

    /** Kinds of facts. */
    private static final Map<String, String> ANSWERS = Map.of("granted", "afisGranted", "refused", "afisRefused");

    @Override
    public void execute(DelegateExecution execution) {
        PermitTrack track = tracks.get(PermitVariables.TRACK.get(execution));
        String answer = AfisProcess.ANSWER.get(execution);
        if (ANSWERS.containsKey(answer)) {
            LocalDate day = LocalDate.parse(AfisProcess.ON.get(execution));
            tracks.note(track.id(), ANSWERS.get(answer), null, day, person.login());
        }
        processes.afisIs(track, answer.equals("granted") ? "yes" : "no");
    }
}
