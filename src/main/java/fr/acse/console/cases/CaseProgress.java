package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.deadline.Deadline;
import fr.acse.deadline.DeadlineKinds;
import fr.acse.deadline.DeadlineService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.residence.PermitTrack;
import fr.acse.residence.TrackService;
import fr.acse.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The steps of a case that a user may read. */
@Component
record CaseProgress(
        CaseSteps steps,
        TaskService tasks,
        TrackService tracks,
        TaskTracks taskTracks,
        DeadlineService deadlines,
        CaseAccess access) {

    private static final Set<Deadline.State> UNANSWERED = EnumSet.of(Deadline.State.RUNNING, Deadline.State.OVERDUE);

    List<CaseSteps.Step> done(CaseReference reference, Login reader, Set<Relation> relations) {
        return steps.done(reference, reader, what -> access.mayRead(what, relations)).stream()
                .filter(step -> access.mayRead("steps." + step.process(), relations))
                .toList();
    }

    /** The user's own steps, for a user who may not read the stage of the case. */
    List<CaseSteps.Step> hers(CaseReference reference) {
        return steps.open(reference).stream().filter(step -> sees(step.task())).toList();
    }

    /** Whether the engine's permissions let the user read a task. */
    private boolean sees(String task) {
        return tasks.createTaskQuery().taskId(task).count() == 1;
    }

    List<CaseSteps.Step> open(CaseReference reference, Set<Relation> relations) {
        Map<Integer, String> routes = access.mayRead("caseTracks", relations) ? routes(reference) : Map.of();
        List<CaseSteps.Step> open = steps.open(reference).stream()
                .filter(step -> access.mayRead("steps." + step.process(), relations))
                .map(step -> named(step, routes))
                .map(step -> sees(step.task()) ? step : step.withoutTask())
                .toList();
        return open.isEmpty() && relations.contains(Relation.OPERATOR) ? owed(reference) : open;
    }

    /** The routes of the permit tracks by track id. The map is empty for a single track, which needs no name. */
    private Map<Integer, String> routes(CaseReference reference) {
        List<PermitTrack> all = tracks.of(reference);
        return all.size() < 2
                ? Map.of()
                : all.stream()
                        .collect(Collectors.toMap(PermitTrack::id, track -> Words.of("permitRoute." + track.route())));
    }

    private CaseSteps.Step named(CaseSteps.Step step, Map<Integer, String> routes) {
        String route = routes.isEmpty() ? null : routes.get(taskTracks.of(step.process(), step.task()));
        return route == null ? step : step.of(route);
    }

    /** The answer that the coordination owes to an operator. The operator may not read which shelters are asked. */
    private List<CaseSteps.Step> owed(CaseReference reference) {
        return deadlines.of(reference).stream()
                .filter(deadline ->
                        deadline.kind().equals(DeadlineKinds.ANSWER) && UNANSWERED.contains(deadline.state()))
                .map(deadline -> new CaseSteps.Step(
                        deadline.process(),
                        Words.of("stage.answerOwed"),
                        Words.of("role.coordination"),
                        deadline.dueAt(),
                        null,
                        null))
                .toList();
    }
}
