package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a task goes from one person to another. Each hand-over is logged, and the people concerned are told. */
@Service
@RequiredArgsConstructor
public class Assignments {

    /** Codes of the reasons for a hand-over; their words are {@code cover.reason.<reason>}. */
    public static final List<String> REASONS = List.of("absent", "left", "tooMuch", "urgent", "wrongPerson");

    /** What can be done with a task besides its own work. */
    public enum Way {
        /** She gives back what she has in hand. */
        BACK,
        /** She takes what a colleague has in hand. */
        TAKE_OVER,
        /** A supervisor or a manager gives it to somebody. */
        GIVE,
        /** A supervisor or a manager frees it. */
        FREE,
        /** A supervisor asks for it to be done. */
        ALERT
    }

    /**
     * @param holder who has it in hand, or null
     * @param isHidden whether the task has a holder whom the person may not know
     * @param people to whom it can be given, without its holder
     */
    public record Choices(Login holder, boolean isHidden, Set<Way> ways, List<Login> people) {}

    private final TaskService tasks;
    private final LiveTasks live;
    private final Unchecked unchecked;
    private final AssignmentChoices choices;
    private final TaskMoves moves;

    /** @throws Refusal if there is no such task, or none that she may see */
    @Transactional
    public Choices choices(String id, Login person) {
        requireSeen(id);
        return unchecked.call(() -> choices.of(task(id), person));
    }

    /**
     * AssignmentRules a task over.
     *
     * @param to to whom it is given; null for all other ways
     * @param reason one of {@link #REASONS}; none is needed to give back or to alert
     * @throws Refusal if she may not, the other person may not have it, or the reason is missing
     */
    @Transactional
    public void hand(String id, Way way, Login to, String reason, Login by) {
        requireSeen(id);
        unchecked.run(() -> {
            DelegateTask task = task(id);
            Choices possible = choices.of(task, by);
            Refusal.unless(possible.ways().contains(way), "coverNotNow");
            boolean explained = way == Way.BACK || way == Way.ALERT;
            Refusal.unless(explained || reason != null && REASONS.contains(reason), "coverReason");
            Refusal.unless(way != Way.GIVE || possible.people().contains(to), "coverPerson");
            hand(task, way, way == Way.TAKE_OVER ? by : to, by, explained ? "" : reason);
        });
    }

    private void hand(DelegateTask task, Way way, Login to, Login by, String reason) {
        Login holder = TaskMoves.holder(task);
        switch (way) {
            case BACK, FREE -> moves.free(task);
            case TAKE_OVER -> moves.to(to, task);
            case GIVE -> moves.give(to, task);
            default -> moves.alert(task);
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
