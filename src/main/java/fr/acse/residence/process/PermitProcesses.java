package fr.acse.residence.process;

import static fr.acse.residence.process.PermitVariables.*;
import static fr.acse.residence.process.ResidencePermitProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.TasksFollow;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.Variable;
import fr.acse.residence.PermitRules;
import fr.acse.residence.PermitTrack;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts permit processes beside the running one, and sends messages to the processes of a track. */
@Component
record PermitProcesses(
        RuntimeService runtime,
        TaskService open,
        CaseProcesses processes,
        TasksFollow tasks,
        Unchecked unchecked,
        PermitRules rules) {

    /** Starts a track with the same follower as another track. */
    void beginTrack(PermitTrack like, String route) {
        processes.begin(
                like.reference(),
                TRACK_BEGINS,
                ROUTE.with(route),
                FOLLOWER_GROUP.with(People.ORGANISATION + like.follower()),
                FOLLOWED_BY.with(like.followsHome() ? Followers.HOME : null));
    }

    /** Starts the first track of a case. Its route is not chosen yet. */
    void beginTrack(CaseReference reference) {
        processes.begin(reference, TRACK_BEGINS, ROUTE.with(null));
    }

    /** Starts the process that watches the last day of a title. */
    void watch(PermitTrack track, int title) {
        processes.start(
                track.reference(),
                TitleProcess.ID,
                TRACK.with(track.id()),
                FOLLOWER_GROUP.with(People.ORGANISATION + track.follower()),
                RULES.with(rules.set()),
                ROUTE.with(track.route()),
                TitleProcess.TITLE.with(title));
    }

    /** Ends the processes that watch the last days of these titles. */
    void stopWatching(List<Integer> titles) {
        titles.forEach(title -> processes.tell(TitleProcess.TITLE, title, TitleProcess.TITLE_OVER, Map.of()));
    }

    /** Gives the days of the new title to a track whose timer waits for the end of a title. */
    void titleChanged(PermitTrack track, Map<String, Object> clocks) {
        processes.tell(TRACK, track.id(), TITLE_CHANGED, clocks);
    }

    /** Sends the message that a complaint was filed. Only tracks that wait for a complaint or a testimony receive it. */
    void complaintFiled(PermitTrack track) {
        processes.tell(TRACK, track.id(), COMPLAINT_FILED, Map.of());
    }

    /** True if a process waits for the answer about the AFIS allowance of this track. */
    boolean isAfisFollowed(PermitTrack track) {
        return !of(track, AfisProcess.ID).isEmpty();
    }

    /** Starts a process that waits for the answer about AFIS, or gives this track the waiting process of an earlier track. */
    void followAfis(PermitTrack track) {
        List<ProcessInstance> waiting = afisOf(track);
        if (waiting.isEmpty()) {
            processes.start(
                    track.reference(),
                    AfisProcess.ID,
                    TRACK.with(track.id()),
                    FOLLOWER_GROUP.with(People.ORGANISATION + track.follower()));
        }
        for (ProcessInstance each : waiting) {
            TRACK.set(runtime, each.getId(), track.id());
            tasks.to(People.ORGANISATION + track.follower(), each.getId(), FOLLOWER_GROUP.name());
        }
        afisIs(track, "asked");
    }

    /** Ends the process that waits for the answer about the AFIS allowance. @return true if there was such a process */
    boolean afisIsAnswered(PermitTrack track) {
        return afisOf(track).stream()
                .map(waiting -> processes.tell(waiting.getId(), AfisProcess.AFIS_OVER))
                .toList()
                .contains(true);
    }

    private List<ProcessInstance> afisOf(PermitTrack track) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(track.reference().value())
                .processDefinitionKey(AfisProcess.ID)
                .list();
    }

    /** Sets the state of the AFIS allowance for the forms of a running track. */
    void afisIs(PermitTrack track, String state) {
        set(track, ResidencePermitProcess.ID, AFIS, state);
    }

    /** Sets the new domicile in the pending request of a track and in its forms. */
    void domiciled(PermitTrack track, String domicile) {
        set(track, PermitRequestProcess.ID, PermitRequestProcess.DOMICILE, domicile);
    }

    private void set(PermitTrack track, String process, Variable<String> variable, String value) {
        unchecked.run(() -> {
            of(track, process).forEach(each -> variable.set(runtime, each.getId(), value));
        });
    }

    /** Gives the tasks of a track to its current follower. */
    void follow(PermitTrack track) {
        runtime.createProcessInstanceQuery()
                .variableValueEquals(TRACK.name(), track.id())
                .list()
                .forEach(instance ->
                        tasks.to(People.ORGANISATION + track.follower(), instance.getId(), FOLLOWER_GROUP.name()));
    }

    /** True if a task to examine the woman's other routes is open. */
    boolean areRoutesReviewed(PermitTrack track) {
        return unchecked.call(() -> open.createTaskQuery()
                        .processVariableValueEquals(TRACK.name(), track.id())
                        .taskDefinitionKeyIn("task_reviewRoutes", "task_reviewOtherRoutes")
                        .count()
                > 0);
    }

    /** True if a process of the track is running, also after the track was closed. */
    boolean isRunning(PermitTrack track) {
        return Stream.of(ResidencePermitProcess.ID, TitleProcess.ID, AfisProcess.ID)
                .anyMatch(process -> !of(track, process).isEmpty());
    }

    private List<ProcessInstance> of(PermitTrack track, String process) {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals(TRACK.name(), track.id())
                .processDefinitionKey(process)
                .list();
    }
}
