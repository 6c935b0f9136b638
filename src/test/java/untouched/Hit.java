package untouched;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What an attacker wants to run on the server: making one of these counts. */
public class Hit implements JavaDelegate {

    public static final AtomicInteger COUNT = new AtomicInteger();

    public Hit() {
        COUNT.incrementAndGet();
    }

    @Override
    public void execute(DelegateExecution execution) {
        COUNT.incrementAndGet();
    }
}
