package fr.acse.residence.process;

import static fr.acse.residence.process.AfisProcess.*;
import static fr.acse.residence.process.PermitVariables.*;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code afis.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AfisSteps {

    /** Records the answer about the AFIS allowance, or that nobody asks for this allowance any more. */
    @Bean
    @ModelStep(
            name = "Keep the answer about AFIS",
            does = "Records the answer and its day among the facts of the track. The task Follow the title shows them.",
            reads = "trackId afisAnswer afisOn")
    JavaDelegate keepAfisDelegate(TrackService tracks, PermitProcesses processes, CurrentPerson person) {
        return execution -> {
            PermitTrack track = tracks.get(TRACK.get(execution));
            String answer = ANSWER.get(execution);
            if (ANSWERS.containsKey(answer)) {
                LocalDate day = ON.get(execution);
                tracks.note(track.id(), ANSWERS.get(answer), null, day, person.login());
            }
            processes.afisIs(track, answer.equals("granted") ? "yes" : "no");
        };
    }

    /** Reminds staff that the answer about the AFIS allowance is missing. */
    @Bean
    @ModelStep(
            name = "Remind of AFIS",
            does = "Tells the follower of the track and the supervisors.",
            reads = "trackId")
    JavaDelegate remindOfAfisDelegate(TrackService tracks) {
        return execution -> tracks.remindOfAfis(TRACK.get(execution));
    }

    /** Kinds of facts by the answer about the AFIS allowance. */
    private static final Map<String, String> ANSWERS = Map.of("granted", "afisGranted", "refused", "afisRefused");
}
