package fr.acse.deadline.process;

import fr.acse.deadline.DeadlineService;
import fr.acse.deadline.StuckJobs;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.identity.Unchecked;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No clock stands still unnoticed. Each minute, one node looks for jobs that do not run by themselves and for clocks without a timer. It
 * tells the supervisors, gives a failed job another try each hour, and makes a lost timer anew, due when it was due.
 */
@Component
public class StuckJobWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StuckJobWatch.class);

    /** Any number that no other user of the database's advisory locks takes. */
    private static final long LOCK = 0x4143_5348L;

    private final StuckJobs stuck;
    private final DeadlineService deadlines;
    private final CaseLock caseLock;
    private final ProcessEngine engine;
    private final ManagementService management;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Unchecked unchecked;

    StuckJobWatch(
            StuckJobs stuck,
            DeadlineService deadlines,
            CaseLock caseLock,
            @Lazy ProcessEngine engine,
            @Lazy ManagementService management,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Unchecked unchecked) {
        this.stuck = stuck;
        this.deadlines = deadlines;
        this.caseLock = caseLock;
        this.engine = engine;
        this.management = management;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.unchecked = unchecked;
    }

    @Scheduled(fixedDelayString = "${acse.watch.every}", initialDelayString = "${acse.watch.every}")
    public void look() {
        List<StuckJobs.Lost> lost = transaction.execute(status -> lookAlone() ? stuck.findLost() : List.of());
        lost.forEach(each -> transaction.executeWithoutResult(status -> mend(each)));
    }

    /** @return false if another node looks at this moment */
    private boolean lookAlone() {
        if (!isAlone()) {
            return false;
        }
        stuck.note(stuck.find());
        stuck.takeForAnotherTry()
                .forEach(job -> unchecked.call(() -> {
                    management
                            .setJobRetries(1)
                            .jobId(job)
                            .dueDate(Date.from(stuck.nextTry(job)))
                            .execute();
                    return null;
                }));
        return true;
    }

    private boolean isAlone() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private void mend(StuckJobs.Lost lost) {
        if (!isAlone()) {
            return;
        }
        if (lost.reference() != null) {
            caseLock.hold(lost.reference());
        }
        // Its timer may have fired, or its step may have ended, since it was found.
        if (stuck.findLost().stream().noneMatch(each -> each.job().equals(lost.job()))) {
            return;
        }
        String timer = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> lost.instance() == null ? startTimerAnew(context, lost) : timerAnew(context, lost));
        deadlines.ended(lost.job());
        if (timer != null) {
            deadlines.follow(timer, lost.dueAt());
            LOG.warn("The timer {} of a running clock was gone; it is made anew", lost.activity());
            stuck.tell(lost.reference());
        }
    }

    /** @return id of the new timer, or null if nothing waits for one any more, or it is not certain what does */
    private static String timerAnew(CommandContext context, StuckJobs.Lost lost) {
        List<Map.Entry<PvmScope, ExecutionEntity>> without =
                context.getExecutionManager().findExecutionsByProcessInstanceId(lost.instance()).stream()
                        .filter(execution -> execution.getActivity() != null)
                        .flatMap(StuckJobWatch::scopes)
                        .filter(scope -> declared(scope.getKey(), lost) != null)
                        .filter(scope -> lost.execution() == null
                                || lost.execution().equals(scope.getValue().getId()))
                        .filter(scope -> scope.getValue().getJobs().stream()
                                .noneMatch(job -> lost.activity().equals(job.getActivityId())))
                        .distinct()
                        .toList();
        if (without.size() != 1) {
            return null;
        }
        return dueAsBefore(
                declared(without.get(0).getKey(), lost)
                        .createTimer(without.get(0).getValue()),
                lost);
    }

    /** A timer that starts instances belongs to the latest version of its process. */
    @SuppressWarnings("unchecked")
    private static String startTimerAnew(CommandContext context, StuckJobs.Lost lost) {
        ProcessDefinitionEntity latest = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKey(lost.process());
        List<TimerDeclarationImpl> declared =
                (List<TimerDeclarationImpl>) latest.getProperty(BpmnParse.PROPERTYNAME_START_TIMER);
        boolean runs = context.getJobManager().findJobsByHandlerType(TimerStartEventJobHandler.TYPE).stream()
                .anyMatch(job -> lost.activity().equals(((JobEntity) job).getActivityId()));
        return declared == null || runs
                ? null
                : declared.stream()
                        .filter(each -> each.getActivityId().equals(lost.activity()))
                        .findFirst()
                        .map(each -> each.createStartTimerInstance(latest.getDeploymentId()))
                        .map(timer -> dueAsBefore(timer, lost))
                        .orElse(null);
    }

    private static String dueAsBefore(TimerEntity timer, StuckJobs.Lost lost) {
        timer.setDuedate(Date.from(lost.dueAt()));
        return timer.getId();
    }

    /** Where an execution is, from inside to outside, and which execution stands for each. */
    private static Stream<Map.Entry<PvmScope, ExecutionEntity>> scopes(ExecutionEntity execution) {
        return Stream.concat(
                execution.isScope() ? Stream.of(Map.entry(execution.getActivity(), execution)) : Stream.empty(),
                execution.createActivityExecutionMapping().entrySet().stream()
                        .map(each -> Map.entry(each.getKey(), (ExecutionEntity) each.getValue())));
    }

    private static TimerDeclarationImpl declared(PvmScope scope, StuckJobs.Lost lost) {
        return TimerDeclarationImpl.getDeclarationsForScope(scope).get(lost.activity());
    }
}
