package fr.acse.platform.engine;

import fr.acse.platform.database.DatabaseFailure;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Pauses and resumes the engine's jobs on this node, retries failed jobs, and creates lost timers again. */
@Component
@RequiredArgsConstructor
public class EngineJobs extends AbstractProcessEnginePlugin {

    private final ObjectProvider<JobExecutor> executor;
    private final EngineTables tables;
    private ProcessEngineConfigurationImpl configuration;
    private boolean paused;
    private boolean left;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        configuration = engine;
        engine.setFailedJobCommandFactory(Retry::new);
    }

    /** Stops the acquisition of jobs on this node. Running jobs finish, and the engine unlocks the jobs that wait for a thread. */
    synchronized void pause() {
        JobExecutor jobs = executor.getIfAvailable();
        if (jobs != null && jobs.isActive()) {
            jobs.shutdown();
            paused = true;
        }
    }

    /** @return false if this node is shutting down */
    synchronized boolean resume() {
        if (paused && !left) {
            executor.getObject().start();
            paused = false;
        }
        return !left;
    }

    synchronized void leave() {
        left = true;
        pause();
    }

    /** Unlocks the jobs that this node has locked, so that another node can execute the jobs at once. */
    void release() {
        executor.ifAvailable(jobs -> tables.releaseJobs(jobs.getLockOwner()));
    }

    /** Gives one more retry to a job that has no retries left. */
    public void tryAgain(String job, Instant at) {
        configuration
                .getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    configuration
                            .getManagementService()
                            .setJobRetries(1)
                            .jobId(job)
                            .dueDate(Date.from(at))
                            .execute();
                    return null;
                }));
    }

    /**
     * A timer whose job is missing in the engine's tables.
     *
     * @param instance id of the process instance of the timer, or null if the timer starts a process instance
     * @param execution id of the execution that waits for the timer, or null
     */
    public record Lost(String process, String instance, String execution, String activity, Instant dueAt) {}

    /** @return id of the new timer; empty if the timer exists, or if no execution or more than one execution could wait for the timer */
    public Optional<String> makeAnew(Lost lost) {
        return Optional.ofNullable(configuration
                .getCommandExecutorTxRequired()
                .execute(
                        context -> lost.instance() == null ? startTimerAnew(context, lost) : timerAnew(context, lost)));
    }

    private static String timerAnew(CommandContext context, Lost lost) {
        List<Map.Entry<PvmScope, ExecutionEntity>> without =
                context.getExecutionManager().findExecutionsByProcessInstanceId(lost.instance()).stream()
                        .filter(execution -> execution.getActivity() != null)
                        .flatMap(EngineJobs::scopes)
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

    /** Creates a timer that starts process instances, for the latest version of its process. */
    @SuppressWarnings("unchecked")
    private static String startTimerAnew(CommandContext context, Lost lost) {
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

    private static String dueAsBefore(TimerEntity timer, Lost lost) {
        timer.setDuedate(Date.from(lost.dueAt()));
        return timer.getId();
    }

    /** The scopes that contain an execution, from the innermost to the outermost scope, each with the execution of the scope. */
    private static Stream<Map.Entry<PvmScope, ExecutionEntity>> scopes(ExecutionEntity execution) {
        return Stream.concat(
                execution.isScope() ? Stream.of(Map.entry(execution.getActivity(), execution)) : Stream.empty(),
                execution.createActivityExecutionMapping().entrySet().stream()
                        .map(each -> Map.entry(each.getKey(), (ExecutionEntity) each.getValue())));
    }

    private static TimerDeclarationImpl declared(PvmScope scope, Lost lost) {
        return TimerDeclarationImpl.getDeclarationsForScope(scope).get(lost.activity());
    }

    /**
     * Retries a failed job. A job that conflicted with another transaction or could not reach the database loses no retry and runs again
     * after 0.2 to 3 seconds. Any other failure costs one retry. The pauses between the retries grow ({@code failed-job-retry-time-cycle}).
     */
    private static final class Retry extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;
        private static final int SHORTEST_PAUSE_MILLISECONDS = 200;
        private static final int LONGEST_PAUSE_MILLISECONDS = 3000;

        private Retry(String job, Throwable failure) {
            super(job, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job == null || !isPassing()) {
                return super.execute(context);
            }
            long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLISECONDS, LONGEST_PAUSE_MILLISECONDS);
            job.setDuedate(new Date(ClockUtil.getCurrentTime().getTime() + pause));
            job.unlock();
            return null;
        }

        /** A model may set more retries than the engine's setting, but not fewer. */
        @Override
        public FailedJobRetryConfiguration getFailedJobRetryConfiguration(JobEntity job, ActivityImpl activity) {
            FailedJobRetryConfiguration ours = ParseUtil.parseRetryIntervals(
                    Context.getProcessEngineConfiguration().getFailedJobRetryTimeCycle());
            FailedJobRetryConfiguration asked = super.getFailedJobRetryConfiguration(job, activity);
            return asked == null || asked.getRetries() < ours.getRetries() ? ours : asked;
        }

        private boolean isPassing() {
            return exception instanceof OptimisticLockingException
                    || DatabaseFailure.of(exception)
                            .filter(DatabaseFailure::isPassing)
                            .isPresent();
        }
    }
}
