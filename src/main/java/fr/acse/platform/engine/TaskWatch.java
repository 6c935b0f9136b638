package fr.acse.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Is told when tasks of some steps are opened, assigned or ended, in the same transaction. */
public interface TaskWatch {

    boolean isFor(String process, String step);

    default void opened(DelegateTask task) {}

    default void assigned(DelegateTask task) {}

    default void ended(DelegateTask task) {}
}
