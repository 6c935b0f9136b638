package fr.acse.console.cases;

import fr.acse.platform.identity.Unchecked;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** To which permit track a task belongs: two tracks of one case have tasks of the same names. */
@Component
record TaskTracks(TaskService tasks, Unchecked unchecked) {

    private static final Set<String> OF_TRACKS =
            Set.of("residence-permit", "permit-request", "record-title", "title", "afis", "permit-news");

    private static final String TRACK = "trackId";

    /** @param process of the task; @return null if it belongs to none */
    Integer of(String process, String task) {
        return OF_TRACKS.contains(process) ? number(task, TRACK) : null;
    }

    Integer number(String task, String variable) {
        return unchecked.call(() -> (Integer) tasks.getVariable(task, variable));
    }
}
