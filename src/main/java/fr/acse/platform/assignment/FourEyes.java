package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Steps that need a second person. Each feature knows its own. */
public interface FourEyes {

    /** Whoever cannot do a step, because she did an earlier one or it is about her; empty for other steps. */
    Set<Login> excludedFrom(DelegateTask task);

    /** Somebody completes a step; whoever must remember that for a later step keeps it. */
    default void done(DelegateTask task, Login by) {}

    /** Code of the refusal that says why. */
    default String refusal() {
        return "secondPerson";
    }
}
