package fr.acse.platform.identity;

import fr.acse.codes.Login;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * The caller of the HTTP request that this thread serves: an authenticated person, or nobody. A thread that serves no request has no
 * caller, and the software itself acts. The package {@code platform.door} sets the caller, and an invitation sets it to its person. A
 * session or the engine's current user never sets it.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Caller {

    private static final Caller NOBODY = new Caller(null, false);
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    /** The code that serves a request. */
    public interface Request<E extends Exception, F extends Exception> {
        void go() throws E, F;
    }

    private final Login person;
    private final boolean atLogin;

    /** Serves a request that acts for nobody until a filter of {@code platform.door} authenticates a person. */
    public static <E extends Exception, F extends Exception> void nobody(Request<E, F> request) throws E, F {
        serve(NOBODY, request);
    }

    /** Serves a request of an authenticated person. */
    public static <E extends Exception, F extends Exception> void person(Login login, Request<E, F> request)
            throws E, F {
        serve(new Caller(login, false), request);
    }

    /** Serves the engine's own login, logout and pages, which read a person's data before this person is logged in. */
    public static <E extends Exception, F extends Exception> void atLogin(Request<E, F> request) throws E, F {
        serve(new Caller(null, true), request);
    }

    /** Runs a query about a person who is not logged in yet. */
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

    /** Whether this thread serves an HTTP request, also one without a person. */
    public static boolean isThroughHttp() {
        return CURRENT.get() != null;
    }

    /** Whether this thread serves the engine's own login, logout or pages. */
    public static boolean isAtLogin() {
        return isThroughHttp() && CURRENT.get().atLogin;
    }

    /** Login of the authenticated person. The value is empty if nobody is authenticated, or if this thread serves no request. */
    public static Optional<Login> person() {
        return Optional.ofNullable(CURRENT.get()).map(caller -> caller.person);
    }
}
