package fr.acse.console.models;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.console.models.MigrationPlanning.Plan;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.identity.Unchecked;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves one case, in one transaction, as a step of that case: others wait for it. */
@Component
@RequiredArgsConstructor
class MoveCase {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final CaseLock lock;
    private final Unchecked unchecked;
    private final AuditLog audit;

    /**
     * Each call to the engine is a command of its own, so that the next one sees its result. All calls are one transaction.
     *
     * @return false if it ended, or was moved already
     */
    @Transactional
    public boolean move(Plan plan, String instance, Login person) {
        ProcessInstance found = unchecked.call(() -> found(instance));
        if (found == null) {
            return false;
        }
        if (found.getBusinessKey() != null) {
            lock.hold(new CaseReference(found.getBusinessKey()));
        }
        // While it waited for the lock, somebody may have done a step.
        ProcessInstance locked = unchecked.call(() -> found(instance));
        if (locked == null
                || !locked.getProcessDefinitionId().equals(plan.engine().getSourceProcessDefinitionId())) {
            return false;
        }
        Set<String> clocks = unchecked.call(() -> clocks(instance));
        unchecked.run(() -> {
            runtime.newMigration(plan.engine()).processInstanceIds(instance).execute();
        });
        unchecked.run(() -> {
            stopClocksThatBeganAgain(plan, instance, clocks);
        });
        audit.add(
                Act.CASES_MIGRATED,
                person,
                String.valueOf(found.getBusinessKey()),
                plan.process() + " " + plan.from() + " " + plan.to());
        return true;
    }

    private ProcessInstance found(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    }

    private Set<String> clocks(String instance) {
        return management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(Job::getId)
                .collect(Collectors.toSet());
    }

    /**
     * The engine starts the timer of an event sub-process again, even if it has fired already. A timer that the earlier version has, too,
     * must start only once.
     */
    private void stopClocksThatBeganAgain(Plan plan, String instance, Set<String> before) {
        var earlier = repository.getBpmnModelInstance(plan.engine().getSourceProcessDefinitionId());
        for (Job clock :
                management.createJobQuery().processInstanceId(instance).timers().list()) {
            String activity = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(clock.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            if (!before.contains(clock.getId()) && earlier.getModelElementById(activity) != null) {
                management.deleteJob(clock.getId());
            }
        }
    }
}
