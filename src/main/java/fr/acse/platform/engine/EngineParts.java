package fr.acse.platform.engine;

import java.util.ArrayList;
import java.util.List;

/** Lets each plugin add its part to a list of the engine's configuration and keeps the parts of the other plugins. */
public final class EngineParts {

    private EngineParts() {}

    /** @param list list of the engine's configuration; null if no part has been added yet */
    public static <T> List<T> with(List<T> list, T added) {
        List<T> all = list == null ? new ArrayList<>() : new ArrayList<>(list);
        all.add(added);
        return all;
    }
}
