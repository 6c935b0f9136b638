package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Steps that need a second person. Each feature knows its own. */
public interface FourEyes {

    /** People who may not do a step, because they did an earlier one or it is about them. Empty for other steps. */
    Set<Login> excludedFrom(DelegateTask task);

    /** Called when somebody completes a step. A feature can store this for a later step. */
    default void done(DelegateTask task, Login by) {}

    /** Code of the refusal for an excluded person. */
    default String refusal() {
        return "secondPerson";
    }
}
