package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves tasks from one person to another. Each hand-over is logged, and the people concerned are notified. */
@Service
@RequiredArgsConstructor
public class Assignments {

    /** Codes of the reasons for a hand-over. Their texts have the keys {@code cover.reason.<reason>}. */
    public static final List<String> REASONS = List.of("absent", "left", "tooMuch", "urgent", "wrongPerson");

    /** The actions on a task besides completing it. */
    public enum Way {
        /** The holder of a task gives it back to its groups. */
        BACK,
        /** A user takes over a task that a colleague holds. */
        TAKE_OVER,
        /** A supervisor or a manager gives the task to a person. */
        GIVE,
        /** A supervisor or a manager takes the task from its holder and returns it to its groups. */
        FREE,
        /** A supervisor asks the holder and the groups to do the task. */
        ALERT
    }

    /**
     * @param holder person who holds the task, or null
     * @param isHidden whether the task has a holder whose name the user may not see
     * @param isHers whether the user can do the task
     * @param isForGood whether the user, who holds the task, could not take the task again after she gives it back
     * @param excluded key of the words that say why an earlier step excludes the user from a task of the user's group, or null
     * @param people to whom the task can be given, without its holder
     * @param askedAt when a supervisor last asked the holder or the groups to do the task, or null
     */
    public record Choices(
            Login holder,
            boolean isHidden,
            boolean isHers,
            boolean isForGood,
            String excluded,
            Set<Way> ways,
            List<Login> people,
            Instant askedAt) {}

    private final TaskService tasks;
    private final LiveTasks live;
    private final Unchecked unchecked;
    private final AssignmentChoices choices;
    private final TaskMoves moves;

    /** @throws Refusal if the task does not exist, or the user may not see it */
    @Transactional
    public Choices choices(String id, Login person) {
        requireSeen(id);
        return unchecked.call(() -> choices.of(task(id), person));
    }

    /**
     * Moves a task to another person or back to its groups, or sends an alert about it.
     *
     * @param to person who is given the task; null for all ways except {@link Way#GIVE}
     * @param reason one of {@link #REASONS}; not needed for {@link Way#BACK} and {@link Way#ALERT}
     * @throws Refusal if {@code by} may not do this, the other person may not hold the task, or the reason is missing
     */
    @Transactional
    public void hand(String id, Way way, Login to, String reason, Login by) {
        requireSeen(id);
        unchecked.run(() -> {
            DelegateTask task = task(id);
            Choices possible = choices.of(task, by);
            Refusal.unless(possible.ways().contains(way), "coverNotNow");
            Refusal.unless(way != Way.GIVE || possible.people().contains(to), "coverPerson");
            boolean explained = way == Way.BACK || way == Way.ALERT;
            Refusal.unless(explained || reason != null && REASONS.contains(reason), "coverReason");
            hand(task, way, way == Way.TAKE_OVER ? by : to, by, explained ? "" : reason);
        });
    }

    private void hand(DelegateTask task, Way way, Login to, Login by, String reason) {
        Login holder = TaskMoves.holder(task);
        switch (way) {
            case BACK, FREE -> moves.free(task);
            case TAKE_OVER -> moves.to(to, task);
            case GIVE -> moves.give(to, task);
            default -> moves.alert(task, by);
        }
        if (way != Way.ALERT) {
            moves.takenFrom(holder, task, by);
        }
        moves.log(by, task, way.name(), holder, to, reason);
    }

    private void requireSeen(String id) {
        Refusal.unless(tasks.createTaskQuery().taskId(id).singleResult() != null, "taskDone");
    }

    private DelegateTask task(String id) {
        return live.find(id).orElseThrow(() -> new Refusal("taskDone"));
    }
}
