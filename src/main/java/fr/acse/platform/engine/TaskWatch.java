package fr.acse.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Is told of the tasks of some steps, in the transaction of whatever opens, assigns or ends one. */
public interface TaskWatch {

    boolean isFor(String process, String step);

    default void opened(DelegateTask task) {}

    default void assigned(DelegateTask task) {}

    default void ended(DelegateTask task) {}
}
