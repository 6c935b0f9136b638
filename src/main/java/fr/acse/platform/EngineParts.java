package fr.acse.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** How each package adds its parts to the engine's configuration without knowing the parts of the others. */
public final class EngineParts {

    private EngineParts() {}

    /** @param list of the configuration; null if it has none yet */
    public static <T> List<T> with(List<T> list, T added) {
        List<T> all = list == null ? new ArrayList<>() : new ArrayList<>(list);
        all.add(added);
        return all;
    }

    /** A part of the engine that each command has, ours in place of its own or beside it. */
    public static SessionFactory forEachCommand(Class<?> type, Supplier<Session> ours) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return ours.get();
            }
        };
    }
}
