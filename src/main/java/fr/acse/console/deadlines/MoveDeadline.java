package fr.acse.console.deadlines;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.deadline.DeadlineService;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import java.time.Instant;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a timer of the engine together with its deadline and with the task that is due at the same time. */
@Component
@RequiredArgsConstructor
class MoveDeadline {

    private final DeadlineService deadlines;
    private final ManagementService management;
    private final TaskService tasks;
    private final CaseLock caseLock;
    private final CurrentPerson person;
    private final AuditLog audit;
    private final Unchecked unchecked;

    /** @throws fr.acse.Refusal in the cases that {@link DeadlineService#move} names */
    @Transactional
    public void move(String id, Instant to, String reason) {
        Login who = person.login();
        caseLock.holdOfJob(id);
        unchecked.run(() -> {
            deadlines.move(id, to, reason, who);
            audit.add(Act.CLOCK_MOVED, who, id, reason + " " + to);
            Job job = management.createJobQuery().jobId(id).singleResult();
            Date due = Date.from(to);
            tasks
                    .createTaskQuery()
                    .dueDate(job.getDuedate())
                    .processInstanceId(job.getProcessInstanceId())
                    .list()
                    .stream()
                    .filter(task -> task.getExecutionId().equals(job.getExecutionId()))
                    .forEach(task -> tasks.setDueDate(task.getId(), due));
            management.setJobDuedate(id, due);
        });
    }
}
