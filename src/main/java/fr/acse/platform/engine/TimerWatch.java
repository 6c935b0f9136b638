package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Is told of every timer that the engine makes, fires or deletes, and of every process that ends, in the same transaction. */
public interface TimerWatch {

    /**
     * @param reference case of the timer, or null if it has none
     * @param instance id of the process instance, or null if the timer starts one
     * @param execution id of the execution that waits for the timer, or null
     * @param activity id of the timer in its model
     * @param values value of a variable of that execution by its name, or null
     */
    record Made(
            String job,
            CaseReference reference,
            String process,
            String instance,
            String execution,
            String activity,
            Instant dueAt,
            UnaryOperator<String> values) {}

    void made(Made timer);

    void fired(String job, String process, String activity);

    void ended(String job);

    void instanceEnded(String instance);
}
