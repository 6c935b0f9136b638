package fr.acse.console.cases;

import fr.acse.platform.identity.Unchecked;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Finds the permit track of a task. Two tracks of one case have tasks with the same names. */
@Component
record TaskTracks(TaskService tasks, Unchecked unchecked) {

    private static final Set<String> OF_TRACKS =
            Set.of("residence-permit", "permit-request", "record-title", "title", "afis", "permit-news");

    private static final String TRACK = "trackId";

    /** @param process process of the task; @return null if the process belongs to no track */
    Integer of(String process, String task) {
        return OF_TRACKS.contains(process) ? number(task, TRACK) : null;
    }

    Integer number(String task, String variable) {
        return unchecked.call(() -> (Integer) tasks.getVariable(task, variable));
    }
}
