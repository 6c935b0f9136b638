package fr.acse.platform.assignment;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Group of a task that a model gives to one person alone: the group gets the task when she leaves. */
public interface GroupBehind {

    Optional<String> of(DelegateTask task);
}
