package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.Leaves.Leave;
import fr.acse.platform.identity.Unchecked;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves the tasks of a person whose leave has begun to the deputy. */
@Component
@RequiredArgsConstructor
public class BegunLeaves {

    private static final Logger LOG = LoggerFactory.getLogger(BegunLeaves.class);
    private static final int MOST_TASKS = 1000;

    private final TransactionTemplate transaction;
    private final TaskService tasks;
    private final LiveTasks live;
    private final Unchecked unchecked;
    private final Leaves leaves;
    private final AssignmentRules hands;
    private final TaskMoves moves;

    /** Starts each due leave in its own transaction, so that a failure affects no other leave. The next run retries a failed leave. */
    @Scheduled(fixedDelayString = "${acse.leaves.every}")
    public void begin() {
        for (Leave leave : leaves.toBegin("")) {
            try {
                transaction.executeWithoutResult(
                        status -> leaves.toBegin(" and id = ?", leave.id()).forEach(this::begin));
            } catch (RuntimeException met) {
                LOG.warn(
                        "A leave could not begin; it is tried again: {}",
                        met.getClass().getSimpleName());
            }
        }
    }

    @EventListener
    void begin(Leaves.LeaveNoted noted) {
        leaves.toBegin(" and person = ?", noted.person().value()).forEach(this::begin);
    }

    private void begin(Leave leave) {
        unchecked.run(() -> tasks.createTaskQuery()
                .taskAssignee(leave.person().value())
                .listPage(0, MOST_TASKS)
                .forEach(task -> handOver(live.find(task.getId()).orElseThrow(), leave)));
        leaves.begun(leave);
    }

    private void handOver(DelegateTask task, Leave leave) {
        if (task.getCandidates().isEmpty()) {
            return; // a task for one person only, such as an escort, stays with this person
        }
        boolean fits = !leaves.isAway(leave.deputy()) && hands.mayHold(leave.deputy(), task);
        if (fits) {
            moves.give(leave.deputy(), task);
        } else {
            moves.free(task);
        }
        moves.log(Login.SYSTEM, task, "LEAVE", leave.person(), fits ? leave.deputy() : null, "");
    }
}
