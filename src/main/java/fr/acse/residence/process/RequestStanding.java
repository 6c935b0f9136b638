package fr.acse.residence.process;

import static fr.acse.residence.process.PermitRequestProcess.*;

import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.Variable;
import fr.acse.residence.PermitTrack;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The state of the request of a track in words, for example requested, refused or appealed. */
@Component
record RequestStanding(TaskService tasks, Unchecked unchecked) {

    /** The state of the request; empty if the track has no request with an open task. */
    Optional<String> of(PermitTrack track) {
        return unchecked.call(() -> tasks
                .createTaskQuery()
                .processDefinitionKey(PermitRequestProcess.ID)
                .processVariableValueEquals(PermitVariables.TRACK.name(), track.id())
                .list()
                .stream()
                .findFirst()
                .flatMap(this::inWords));
    }

    private Optional<String> inWords(Task task) {
        return switch (task.getTaskDefinitionKey()) {
            case "task_fileRequest" -> Optional.of(Words.of("trackStanding.toFile"));
            case "task_recordDecision" -> day(task, APPLIED_ON).map(asked -> Words.of("trackStanding.asked", asked));
            case "task_decideAppeal" ->
                day(task, JUDGED_ON)
                        .or(() -> day(task, NOTIFIED_ON))
                        .map(told -> Words.of(
                                "trackStanding.refused",
                                told,
                                day(task, COURT_UNTIL).orElse("–"),
                                obligation(task)));
            case "task_recordJudgment" -> Optional.of(Words.of("trackStanding.appealed", obligation(task)));
            default -> Optional.empty();
        };
    }

    private String obligation(Task task) {
        return Words.orElse("trackStanding.obligation." + tasks.getVariable(task.getId(), OBLIGATION.name()), "");
    }

    private Optional<String> day(Task task, Variable<LocalDate> variable) {
        return Optional.ofNullable(tasks.getVariable(task.getId(), variable.name()))
                .map(variable.read())
                .map(Words::day);
    }
}
