package fr.acse.platform.assignment;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Group that gets a task when the only person to whom a model assigns it leaves. */
public interface GroupBehind {

    Optional<String> of(DelegateTask task);
}
