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
 * The lock of a case. A submitted form, a timer, a job and a message lock the case before they change the case. The changes of one case are
 * made one after the other, on all nodes and without deadlocks. PostgreSQL releases the lock at the end of the transaction.
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

    /** Locks the case of a job; does nothing if the job no longer exists or belongs to no case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfJob(String job) {
        lock(OF_JOB, job);
    }

    /** Locks the case of a task; does nothing if the task no longer exists. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfTask(String task) {
        lock(OF_TASK, task);
    }

    private void lock(String sql, String key) {
        jdbc.query(sql, ignored -> {}, key);
    }

    /**
     * Locks the case of an engine command in its transaction, before the command reads anything. The command classes have no getters for
     * the case, so their fields are read by reflection. If the engine's classes lack one of these fields, the start fails.
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

        /** Locks the case of a business key. A case reference that a person typed is normalised before the lock. */
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
