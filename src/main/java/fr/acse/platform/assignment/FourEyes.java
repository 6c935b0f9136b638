package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Names the steps that need a second person. Each feature implements this interface for its own steps. */
public interface FourEyes {

    /** People who may not do a step, because they did an earlier step or the step is about them. The set is empty for other steps. */
    Set<Login> excludedFrom(DelegateTask task);

    /** Called when a person completes a step. A feature can store the person for a check of a later step. */
    default void done(DelegateTask task, Login by) {}

    /** Code of the refusal for an excluded person. */
    default String refusal() {
        return "secondPerson";
    }
}
