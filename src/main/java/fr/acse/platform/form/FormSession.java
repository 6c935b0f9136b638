package fr.acse.platform.form;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;

/** What a command of the engine knows of forms, from its first part to its last. The engine drops it with the command. */
class FormSession implements Session {

    private final Set<String> submitted = new HashSet<>();
    private Set<String> opened = Set.of();

    static FormSession current() {
        return Context.getCommandContext().getSession(FormSession.class);
    }

    /** @param id of the task, or of the instance that was started */
    void submitted(String id) {
        submitted.add(id);
    }

    /** Whether its form was submitted, asked once. */
    boolean takeSubmitted(String id) {
        return submitted.remove(id);
    }

    /** @param shown everything that the form shows */
    void opened(Set<String> shown) {
        opened = shown;
    }

    /** Everything that the form shows which was opened; nothing if none was. */
    Set<String> opened() {
        return opened;
    }

    @Override
    public void flush() {
        // Nothing of it is kept.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
