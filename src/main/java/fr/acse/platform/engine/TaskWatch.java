package fr.acse.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Listener that the engine calls when a task of certain steps is created, assigned, completed or deleted, in the same transaction. */
public interface TaskWatch {

    boolean isFor(String process, String step);

    default void opened(DelegateTask task) {}

    default void assigned(DelegateTask task) {}

    default void ended(DelegateTask task) {}
}
