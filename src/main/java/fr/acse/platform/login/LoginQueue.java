package fr.acse.platform.login;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Checks the passwords of one login one after the other, and at most as many passwords at once as there are processors.
 * {@link LoginThrottle} counts an attempt until its password proves right. If many people log in at once after a restart, the queue keeps
 * them below the limit of attempts.
 */
@Component
class LoginQueue {

    private static final int LOGINS = 64;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final Semaphore[] sameLogin =
            IntStream.range(0, LOGINS).mapToObj(any -> new Semaphore(1, true)).toArray(Semaphore[]::new);
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    interface Check<T, E extends Exception, F extends Exception> {
        T go() throws E, F;
    }

    /** This exception is thrown if a login attempt has waited ten seconds for the check of its password. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** @throws Full if the attempt has waited too long for the check of its password */
    <T, E extends Exception, F extends Exception> T inTurn(String login, Check<T, E, F> check) throws E, F {
        Semaphore same = sameLogin[Math.floorMod(login.hashCode(), LOGINS)];
        enter(same);
        try {
            enter(processors);
            try {
                return check.go();
            } finally {
                processors.release();
            }
        } finally {
            same.release();
        }
    }

    private static void enter(Semaphore gate) {
        try {
            if (!gate.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Full();
        }
    }
}
