package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.TasksFollow;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import fr.acse.residence.PermitRules;
import fr.acse.residence.PermitTrack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts processes of the permit beside the running one, and sends messages to the processes of a track. */
@Component
record PermitProcesses(
        RuntimeService runtime, TaskService open, TasksFollow tasks, Unchecked unchecked, PermitRules rules) {

    /** Begins a track that is followed as another one is. */
    void beginTrack(PermitTrack like, String route) {
        Map<String, Object> begun = new HashMap<>();
        begun.put(PermitVariables.ROUTE.name(), route);
        begun.put(PermitVariables.FOLLOWER_GROUP.name(), People.ORGANISATION + like.follower());
        begun.put(ResidencePermitProcess.FOLLOWED_BY.name(), like.followsHome() ? Followers.HOME : null);
        beginTrack(like.reference(), begun);
    }

    /** Begins the track of a case for which nobody has chosen a route yet. */
    void beginTrack(CaseReference reference) {
        Map<String, Object> unknown = new HashMap<>();
        unknown.put(PermitVariables.ROUTE.name(), null);
        beginTrack(reference, unknown);
    }

    private void beginTrack(CaseReference reference, Map<String, Object> values) {
        unchecked.call(() -> runtime.startProcessInstanceByMessage(
                ResidencePermitProcess.TRACK_BEGINS, reference.value(), with(reference, values)));
    }

    /** Starts the clock of a title. */
    void watch(PermitTrack track, int title) {
        Map<String, Object> watched = Map.of(
                PermitVariables.TRACK.name(), track.id(),
                PermitVariables.FOLLOWER_GROUP.name(), People.ORGANISATION + track.follower(),
                PermitVariables.RULES.name(), rules.set(),
                PermitVariables.ROUTE.name(), track.route(),
                TitleProcess.TITLE.name(), title);
        unchecked.call(() -> runtime.startProcessInstanceByKey(
                TitleProcess.ID, track.reference().value(), with(track.reference(), watched)));
    }

    private static Map<String, Object> with(CaseReference reference, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(ProcessContract.CASE_REFERENCE.name(), reference.value());
        return all;
    }

    /** Stops the clocks of titles that nobody has to watch any more. */
    void stopWatching(List<Integer> titles) {
        for (int title : titles) {
            runtime.createMessageCorrelation(TitleProcess.TITLE_OVER)
                    .processInstanceVariableEquals(TitleProcess.TITLE.name(), title)
                    .correlateAll();
        }
    }

    /** A track that waits for the end of a title waits for the end of the new one. */
    void titleChanged(PermitTrack track, Map<String, Object> clocks) {
        runtime.createMessageCorrelation(ResidencePermitProcess.TITLE_CHANGED)
                .processInstanceVariableEquals(PermitVariables.TRACK.name(), track.id())
                .setVariables(clocks)
                .correlateAll();
    }

    /** Continues a track that waits for a complaint or a testimony. Other tracks do not wait. */
    void complaintFiled(PermitTrack track) {
        runtime.createMessageCorrelation(ResidencePermitProcess.COMPLAINT_FILED)
                .processInstanceVariableEquals(PermitVariables.TRACK.name(), track.id())
                .correlateAll();
    }

    /** Whether the answer about the AFIS allowance is followed with this track. */
    boolean isAfisFollowed(PermitTrack track) {
        return !of(track, AfisProcess.ID).isEmpty();
    }

    /** Follows the answer about the AFIS allowance beside the track. If an earlier track of the case waits for it, this track takes over. */
    void followAfis(PermitTrack track) {
        List<ProcessInstance> waiting = afisOf(track);
        if (waiting.isEmpty()) {
            Map<String, Object> asked = Map.of(
                    PermitVariables.TRACK.name(),
                    track.id(),
                    PermitVariables.FOLLOWER_GROUP.name(),
                    People.ORGANISATION + track.follower());
            unchecked.call(() -> runtime.startProcessInstanceByKey(
                    AfisProcess.ID, track.reference().value(), with(track.reference(), asked)));
        }
        for (ProcessInstance each : waiting) {
            runtime.setVariable(each.getId(), PermitVariables.TRACK.name(), track.id());
            tasks.to(People.ORGANISATION + track.follower(), each.getId(), PermitVariables.FOLLOWER_GROUP.name());
        }
        afisIs(track, "asked");
    }

    /** The answer about the AFIS allowance came with the pathway. @return whether somebody waited for it */
    boolean afisIsAnswered(PermitTrack track) {
        List<ProcessInstance> waiting = afisOf(track);
        waiting.forEach(each -> runtime.createMessageCorrelation(AfisProcess.AFIS_OVER)
                .processInstanceId(each.getId())
                .correlate());
        return !waiting.isEmpty();
    }

    private List<ProcessInstance> afisOf(PermitTrack track) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(track.reference().value())
                .processDefinitionKey(AfisProcess.ID)
                .list();
    }

    /** Sets the state of the AFIS allowance for the forms of a running track. */
    void afisIs(PermitTrack track, String state) {
        set(track, ResidencePermitProcess.ID, ResidencePermitProcess.AFIS, state);
    }

    /** Sets the new domicile in a pending request and its forms. */
    void domiciled(PermitTrack track, String domicile) {
        set(track, PermitRequestProcess.ID, PermitRequestProcess.DOMICILE, domicile);
    }

    private void set(PermitTrack track, String process, Variable<String> variable, String value) {
        unchecked.run(() -> {
            of(track, process).forEach(each -> runtime.setVariable(each.getId(), variable.name(), value));
        });
    }

    /** Gives the tasks of a track to its current follower. */
    void follow(PermitTrack track) {
        runtime.createProcessInstanceQuery()
                .variableValueEquals(PermitVariables.TRACK.name(), track.id())
                .list()
                .forEach(instance -> tasks.to(
                        People.ORGANISATION + track.follower(),
                        instance.getId(),
                        PermitVariables.FOLLOWER_GROUP.name()));
    }

    /** Whether a task waits in which somebody reviews her other routes. */
    boolean areRoutesReviewed(PermitTrack track) {
        return unchecked.call(() -> open.createTaskQuery()
                        .processVariableValueEquals(PermitVariables.TRACK.name(), track.id())
                        .taskDefinitionKeyIn("task_reviewRoutes", "task_reviewOtherRoutes")
                        .count()
                > 0);
    }

    /** Whether a process of the track still runs, also after the track has ended. */
    boolean isRunning(PermitTrack track) {
        return Stream.of(ResidencePermitProcess.ID, TitleProcess.ID, AfisProcess.ID)
                .anyMatch(process -> !of(track, process).isEmpty());
    }

    private List<ProcessInstance> of(PermitTrack track, String process) {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals(PermitVariables.TRACK.name(), track.id())
                .processDefinitionKey(process)
                .list();
    }
}
