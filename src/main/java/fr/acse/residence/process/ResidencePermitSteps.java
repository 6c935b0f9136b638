package fr.acse.residence.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.residence.process.PermitVariables.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ModelStep;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TitleService;
import fr.acse.residence.TrackService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code residence-permit.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ResidencePermitSteps {

    /** Closes the permit track with the outcome of its end event, and opens a track for the next route. */
    @Bean
    @ModelStep(
            name = "Close the permit track",
            does =
                    "Closes the track with the outcome of this end event, and opens the track of the route that was chosen next. The clock of a title that she still holds goes on, unless she watches it herself.",
            reads = "trackId otherRoute")
    ExecutionListener closePermitListener(TrackService tracks, TitleService titles, PermitProcesses processes) {
        return execution -> {
            String outcome = ModelProperty.outcomeOf(execution);
            String next = NEXT_ROUTE.find(execution);
            PermitTrack track = tracks.get(TRACK.get(execution));
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
        };
    }

    /** Sets the route of the track. */
    @Bean
    @ModelStep(
            name = "Enter the route",
            does = "Sets the route of the track. Refused if another open track of the case has the same route.",
            reads = "trackId permitRoute")
    JavaDelegate chooseRouteDelegate(TrackService tracks) {
        return execution -> tracks.choose(TRACK.get(execution), ROUTE.get(execution));
    }

    /** Starts or ends the wait for the answer about the AFIS allowance, which may be requested with the exit pathway. */
    @Bean
    @ModelStep(
            name = "Follow the AFIS allowance",
            does =
                    "Starts the process afis if the allowance was asked for and has no answer yet, or gives a running one to this track. An answer ends that process and is recorded among the facts.",
            reads = "trackId afis")
    JavaDelegate followAfisDelegate(TrackService tracks, PermitProcesses processes, CurrentPerson person, Days days) {
        return execution -> {
            PermitTrack track = tracks.get(TRACK.get(execution));
            String afis = ResidencePermitProcess.AFIS.find(execution);
            if ("asked".equals(afis)) {
                processes.followAfis(track);
            } else if (processes.afisIsAnswered(track)) {
                String fact = "yes".equals(afis) ? "afisGranted" : "afisNotGranted";
                tracks.note(track.id(), fact, null, days.today(), person.login());
            }
        };
    }

    /** Outcome of a track whose title is valid so long that the woman watches its last day herself. */
    private static final String LASTING = "lastingTitle";

    private static final String NONE_NEEDED = "noneNeeded";

    /** Starts the first permit track of a case as a separate process instance. */
    @Bean
    @ModelStep(
            name = "Start the residence permit",
            does =
                    "Starts the process residence-permit with the same case reference. It goes on when the stay ends. Its follower chooses the route.")
    JavaDelegate startPermitDelegate(TrackService tracks, PermitProcesses processes) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if (tracks.isOpened(reference)) {
                return;
            }
            processes.beginTrack(reference);
        };
    }
}
