package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import java.lang.reflect.Field;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ReflectionUtils;

/**
 * Whatever changes a case locks it first: a person's step, a timer, a job, a message. So the steps of one case come one after the
 * other, on all nodes, and never wait for each other in a circle. The lock ends with the transaction.
 */
@Component
public class CaseLock {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('case|' || %s, 0))";
    private static final String OF_TASK = LOCK.formatted("e.business_key_")
            + " from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
            + " where t.id_ = ? and e.business_key_ is not null";
    private static final String OF_JOB = LOCK.formatted("e.business_key_")
            + " from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
            + " where j.id_ = ? and e.business_key_ is not null";

    private final JdbcTemplate jdbc;

    CaseLock(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CaseReference reference) {
        lock(LOCK.formatted("?"), reference.value());
    }

    /** The case of a job; one that is not there any more, or of no case, locks nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfJob(String job) {
        lock(OF_JOB, job);
    }

    /** The case of a task; one that is not there any more locks nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfTask(String task) {
        lock(OF_TASK, task);
    }

    private void lock(String sql, String key) {
        jdbc.query(sql, ignored -> {}, key);
    }

    /**
     * Locks the case of a command before the command reads anything, inside its transaction. The commands do not say what they are about,
     * so their fields are read; a version of the engine without them does not start.
     */
    static final class Interceptor extends CommandInterceptor {

        private static final Field TASK = field(SubmitTaskFormCmd.class, "taskId");
        private static final Field JOB = field(ExecuteJobsCmd.class, "jobId");
        private static final Field MESSAGE = field(AbstractCorrelateMessageCmd.class, "builder");
        private static final Field START_FORM = field(SubmitStartFormCmd.class, "variables");

        private final CaseLock lock;

        Interceptor(CaseLock lock) {
            this.lock = lock;
        }

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof SubmitTaskFormCmd) {
                lock.holdOfTask((String) ReflectionUtils.getField(TASK, command));
            } else if (command instanceof ExecuteJobsCmd) {
                lock.holdOfJob((String) ReflectionUtils.getField(JOB, command));
            } else if (command instanceof AbstractCorrelateMessageCmd) {
                hold(((MessageCorrelationBuilderImpl) ReflectionUtils.getField(MESSAGE, command)).getBusinessKey());
            } else if (command instanceof SubmitStartFormCmd) {
                hold(((Map<?, ?>) ReflectionUtils.getField(START_FORM, command)).get(CaseReference.VARIABLE));
            }
            return next.execute(command);
        }

        /** However somebody typed it. */
        private void hold(Object businessKey) {
            if (businessKey instanceof String text) {
                CaseReference.parse(text).ifPresent(lock::hold);
            }
        }

        private static Field field(Class<?> command, String name) {
            Field field = ReflectionUtils.findField(command, name);
            if (field == null) {
                throw new IllegalStateException(command.getSimpleName() + " has no field " + name + " any more");
            }
            field.setAccessible(true);
            return field;
        }
    }
}
