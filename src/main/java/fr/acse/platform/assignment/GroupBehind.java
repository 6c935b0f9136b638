package fr.acse.platform.assignment;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Finds the group that gets a task when the only person to whom the model assigns the task leaves. */
public interface GroupBehind {

    Optional<String> of(DelegateTask task);
}
