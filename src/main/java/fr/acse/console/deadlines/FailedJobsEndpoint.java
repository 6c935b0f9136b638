package fr.acse.console.deadlines;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.deadline.StuckJobs;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets a supervisor retry a failed job once. {@code doors.txt} does not allow the engine's own request, because it could also move or stop
 * any timer.
 */
@RestController
@RequestMapping("/camunda/api/acse/failed-jobs/{job}/retry")
@RequiredArgsConstructor
class FailedJobsEndpoint {

    private final ManagementService management;
    private final StuckJobs stuck;
    private final CurrentPerson person;
    private final AuditLog audit;
    private final Unchecked unchecked;

    /** @throws Refusal if the job no longer exists, or has not failed */
    @PostMapping
    @Transactional
    public ResponseEntity<Void> retry(@PathVariable String job) {
        Login who = person.login();
        unchecked.run(() -> {
            Job failed = management.createJobQuery().jobId(job).singleResult();
            if (failed == null || failed.getRetries() > 0) {
                throw new Refusal("jobNotFailed");
            }
            management
                    .setJobRetries(1)
                    .jobId(job)
                    .dueDate(Date.from(stuck.nextTry(job)))
                    .execute();
            audit.add(Act.JOB_RETRIED, who, job);
        });
        return ResponseEntity.noContent().build();
    }
}
