package fr.acse.platform.identity;

import java.util.concurrent.Callable;

/** Asks the engine as the software itself, without permission checks, where something else has checked already. */
public interface Unchecked {

    <T> T call(Callable<T> action);

    default void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }
}
