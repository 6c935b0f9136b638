package fr.acse.platform.identity;

import java.util.concurrent.Callable;

/** Calls the engine as the software itself, without the engine's permission checks, where other code has checked already. */
public interface Unchecked {

    <T> T call(Callable<T> action);

    default void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }
}
