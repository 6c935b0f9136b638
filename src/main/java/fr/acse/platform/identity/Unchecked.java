package fr.acse.platform.identity;

import java.util.concurrent.Callable;

/** Calls the engine as the software itself, without the engine's permission checks. The caller must have checked the permission already. */
public interface Unchecked {

    <T> T call(Callable<T> action);

    default void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }
}
