package fr.acse.residence.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.residence.process.PermitNewsProcess.*;
import static fr.acse.residence.process.PermitVariables.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.residence.PermitRules;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records news about a permit track. */
@Component
@ModelStep(
        name = "Record the news",
        does =
                "Records the news with its day and its source. Refused unless the person follows the track, or belongs to the association or the coordination.",
        reads = "permitRoute newsKind newsOn newsSource",
        writes = "trackId followerGroup permitRules correctsTitle routesAreReviewed")
record RecordPermitNewsDelegate(
        TrackService tracks,
        DirectoryService directory,
        Followers followers,
        PermitRules rules,
        CaseAccess access,
        CurrentPerson person,
        PermitProcesses processes)
        implements JavaDelegate {

    /** News that need an open track or a running process of the track. Other news can be recorded at any time. */
    private static final Set<String> OF_WHAT_RUNS = Set.of("domicileChanged", "followerChanged");

    private static final Set<String> PROCEEDINGS = Set.of(
            "complaintWithdrawn",
            "prosecutorDismissed",
            "judgeDismissed",
            "acquitted",
            "convictedNotFinally",
            "convictedFinally");

    /** Routes that depend on criminal proceedings. */
    private static final Set<String> OF_PROCEEDINGS = Set.of("complaint", PermitNewsSteps.CARD);

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        String kind = KIND.get(execution);
        String route = ROUTE.get(execution);
        PermitTrack track = tracks.latest(reference, route);
        requireHers(reference, track);
        Refusal.unless(
                !OF_WHAT_RUNS.contains(kind) || track.isOpen() || processes.isRunning(track),
                "noOpenTrack",
                reference,
                Words.of("permitRoute." + route));
        Refusal.unless(
                !PROCEEDINGS.contains(kind) || OF_PROCEEDINGS.contains(route),
                "newsOfProceedings",
                Words.of("permitRoute." + route));
        TRACK.set(execution, track.id());
        IS_REVIEWED.set(execution, processes.areRoutesReviewed(track));
        FOLLOWER_GROUP.set(execution, People.ORGANISATION + track.follower());
        RULES.set(execution, rules.set());
        LocalDate day = ON.get(execution);
        tracks.note(track.id(), kind, SOURCE.find(execution), day, person.login());
        CORRECTS.set(execution, kind.equals("titleCorrected"));
    }

    /** Allows the follower of the track, the association and the coordination. A shelter that only holds a place is refused. */
    private void requireHers(CaseReference reference, PermitTrack track) {
        Set<Relation> parts = access.relations(person.login(), reference);
        if (directory.worksFor(person.login(), track.follower())
                || parts.contains(Relation.OPERATOR)
                || parts.contains(Relation.COORDINATION)) {
            return;
        }
        throw access.mayRead("caseTracks", person.login(), reference)
                ? new Refusal("notYourTrack", followers.inWords(track))
                : new Refusal("notYourStep");
    }
}
