package fr.acse.platform.engine;

import java.util.ArrayList;
import java.util.List;

/** Lets each part of this package add to a list of the engine's configuration without knowing the other parts. */
public final class EngineParts {

    private EngineParts() {}

    /** @param list of the configuration; null if it has none yet */
    public static <T> List<T> with(List<T> list, T added) {
        List<T> all = list == null ? new ArrayList<>() : new ArrayList<>(list);
        all.add(added);
        return all;
    }
}
