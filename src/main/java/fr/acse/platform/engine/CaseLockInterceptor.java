package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import java.lang.reflect.Field;
import java.util.Map;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.ReflectionUtils;

/**
 * Locks the case of a command before the command reads anything, inside its transaction. The commands do not say what they are about,
 * so their fields are read; a version of the engine without them does not start.
 */
class CaseLockInterceptor extends CommandInterceptor {

    private static final Field TASK = field(SubmitTaskFormCmd.class, "taskId");
    private static final Field JOB = field(ExecuteJobsCmd.class, "jobId");
    private static final Field MESSAGE = field(AbstractCorrelateMessageCmd.class, "builder");
    private static final Field START_FORM = field(SubmitStartFormCmd.class, "variables");

    /** Field of the start forms that are about a case which there is already. */
    private static final String CASE = "caseReference";

    private final CaseLock lock;

    CaseLockInterceptor(CaseLock lock) {
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
            hold(((Map<?, ?>) ReflectionUtils.getField(START_FORM, command)).get(CASE));
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
