package untouched;

import java.util.AbstractMap;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * A bean for every name that a model gives to a delegate or a listener. It does nothing but write what was recorded. What nobody wrote is
 * empty.
 */
class EmptyDelegates extends AbstractMap<Object, Object> {

    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private volatile RecordedCase recorded;

    void use(RecordedCase anew) {
        recorded = anew;
    }

    @Override
    public boolean containsKey(Object name) {
        return true;
    }

    @Override
    public Object get(Object name) {
        return name.toString().endsWith("Delegate") || name.toString().endsWith("Listener") ? new Empty() : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }

    private final class Empty implements JavaDelegate, ExecutionListener, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {
            write(execution);
        }

        private void write(DelegateExecution execution) {
            String element =
                    execution.getProcessDefinitionId().replaceAll(":.*", "") + "/" + execution.getCurrentActivityId();
            List<Map<String, Object>> written = recorded.written().get(element);
            if (written != null) {
                int time = times.computeIfAbsent(
                                execution.getProcessBusinessKey() + " " + element, any -> new AtomicInteger())
                        .getAndIncrement();
                execution.setVariables(later(written.get(Math.min(time, written.size() - 1))));
            }
        }

        @Override
        public void notify(DelegateExecution execution) {
            if (!execution.getCurrentActivityId().startsWith("task_")) {
                write(execution);
            }
        }

        @Override
        public void notify(DelegateTask task) {}
    }

    /** A day that was later then is later now. */
    static Map<String, Object> later(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.replaceAll((name, value) -> value instanceof Date ? LATER : value);
        return all;
    }

    private static final Date LATER = new Date(System.currentTimeMillis() + 365L * 24 * 60 * 60 * 1000);
}
