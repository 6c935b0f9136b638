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

/** Moves one case to another version in one transaction. The case is locked meanwhile, so other steps of the case wait. */
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
     * Each call to the engine is a separate command, so that the next command sees its result. One transaction contains all commands.
     *
     * @return false if the case has ended, or was moved earlier
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
        // Another transaction may have changed the case while this one waited for the lock.
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
     * Deletes timers that the engine started a second time. A migration starts the timer of an event sub-process again, even if the timer
     * has fired. A timer that the earlier version also contains must start only once.
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
