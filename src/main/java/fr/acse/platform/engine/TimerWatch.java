package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Listener for each timer that the engine creates, fires or deletes, and for each process instance that ends, in the same transaction. */
public interface TimerWatch {

    /**
     * @param reference case of the timer, or null if the timer belongs to no case
     * @param instance id of the process instance, or null if the timer starts a process instance
     * @param execution id of the execution that waits for the timer, or null
     * @param activity id of the timer event in its model
     * @param values returns the value of a variable of the waiting execution by the name of the variable, or null
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
