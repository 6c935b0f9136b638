package fr.acse.platform.identity;

import fr.acse.codes.Login;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * Who acts in this thread through HTTP: the person whom a door let in, or nobody. A thread that serves no request has
 * no caller: there the software itself acts. Only a door gives a request a person, not a session or the engine's
 * current user.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Caller {

    private static final Caller NOBODY = new Caller(null, false);
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    /** The work of a request that has a caller. */
    public interface Request<E extends Exception, F extends Exception> {
        void go() throws E, F;
    }

    private final Login person;
    private final boolean atLogin;

    /** Serves a request that acts for nobody until a door lets a person in. */
    public static <E extends Exception, F extends Exception> void nobody(Request<E, F> request) throws E, F {
        serve(NOBODY, request);
    }

    /** Serves a request of a person whom a door let in. */
    public static <E extends Exception, F extends Exception> void person(Login login, Request<E, F> request)
            throws E, F {
        serve(new Caller(login, false), request);
    }

    /** Serves the engine's own login, logout and pages, which look up a person before she is logged in. */
    public static <E extends Exception, F extends Exception> void atLogin(Request<E, F> request) throws E, F {
        serve(new Caller(null, true), request);
    }

    /** Runs a query about a person before she is logged in. */
    public static <T> T whileLoggingIn(Supplier<T> lookUp) {
        AtomicReference<T> found = new AtomicReference<>();
        Caller.<RuntimeException, RuntimeException>atLogin(() -> found.set(lookUp.get()));
        return found.get();
    }

    private static <E extends Exception, F extends Exception> void serve(Caller caller, Request<E, F> request)
            throws E, F {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        try {
            request.go();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** Whether this thread serves a request, whoever sent it. */
    public static boolean isThroughHttp() {
        return CURRENT.get() != null;
    }

    /** Whether this thread serves the engine's own login. */
    public static boolean isAtLogin() {
        return isThroughHttp() && CURRENT.get().atLogin;
    }

    /** Login of the person whom a door let in; empty if nobody was let in, or this thread serves no request. */
    public static Optional<Login> person() {
        return Optional.ofNullable(CURRENT.get()).map(caller -> caller.person);
    }
}
