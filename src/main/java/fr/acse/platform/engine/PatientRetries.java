package fr.acse.platform.engine;

import fr.acse.platform.database.DatabaseFailure;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/**
 * A job that met somebody else's change, or a database that was away, has not failed: it loses no try and comes again after a moment.
 * Any other failure costs a try; the pauses between the tries grow ({@code failed-job-retry-time-cycle}).
 */
class PatientRetries implements FailedJobCommandFactory {

    private static final int SHORTEST_PAUSE_MILLISECONDS = 200;
    private static final int LONGEST_PAUSE_MILLISECONDS = 3000;

    @Override
    public Command<Object> getCommand(String job, Throwable failure) {
        return new Retry(job, failure);
    }

    private static final class Retry extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        Retry(String job, Throwable failure) {
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

        /** A model may ask for more tries than the engine's setting, not for fewer. */
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
