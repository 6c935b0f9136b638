package fr.acse.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.TransactionException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a failure of the database means for whoever met it, whichever library it comes through. */
public enum DatabaseFailure {

    /** Two did it at the same moment, or waited for each other: nothing is wrong, and the same works at once. */
    CONFLICT(HttpStatus.BAD_REQUEST, "somebodyElse"),

    /** There is one already. If nobody else is at it, the same never works. */
    TAKEN(HttpStatus.BAD_REQUEST, "somebodyElse"),

    /** The server is away, changes its place, or has no connection free: later it works. */
    AWAY(HttpStatus.SERVICE_UNAVAILABLE, "notReady"),

    /** It took too long, or waited too long for somebody else: later it may work. */
    TOO_LONG(HttpStatus.SERVICE_UNAVAILABLE, "busy"),

    /** The server has no room left on its disk or in its memory. */
    FULL(HttpStatus.INSUFFICIENT_STORAGE, "storageFull");

    private static final int MOST_CAUSES = 20;

    private final HttpStatus status;
    private final String code;

    DatabaseFailure(HttpStatus status, String code) {
        this.status = status;
        this.code = code;
    }

    public HttpStatus status() {
        return status;
    }

    /** Of the words {@code refusal.<code>}: whether anything was done, and what to do now. */
    public String code() {
        return code;
    }

    /** Whether nothing is wrong with what was asked: a job that met this loses no try. */
    public boolean isPassing() {
        return this == CONFLICT || this == AWAY;
    }

    boolean isAway() {
        return this == AWAY;
    }

    /** @return nothing if it is no failure of the database, or one that stays */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        // What the database says itself comes first: libraries put their own names around it.
        return causes.stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ofState(((SQLException) cause).getSQLState()))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> causes.stream()
                        .map(DatabaseFailure::ofType)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    /** What the database or its driver said, without the way it came, which is the same for thousands. */
    public static String said(Throwable failure) {
        List<Throwable> causes = causes(failure);
        Throwable first = causes.get(causes.size() - 1);
        return first.getClass().getSimpleName() + ": " + first.getMessage();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        while (cause != null && causes.size() < MOST_CAUSES) {
            causes.add(cause);
            // What was told in words carries what it was told of.
            for (Throwable told : cause.getSuppressed()) {
                causes.addAll(causes(told));
            }
            // The connection is gone, so the transaction could not even be rolled back; what came before says more.
            cause = cause instanceof TransactionSystemException lost && lost.getApplicationException() != null
                    ? lost.getApplicationException()
                    : cause.getCause();
        }
        return causes;
    }

    private static DatabaseFailure ofType(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException
                || cause instanceof TransactionException) {
            return AWAY;
        }
        if (cause instanceof DuplicateKeyException) {
            return TAKEN;
        }
        return cause instanceof ConcurrencyFailureException ? CONFLICT : null;
    }

    /** See appendix A of the manual of PostgreSQL, Error Codes. */
    private static DatabaseFailure ofState(String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            // serialization failure, deadlock
            case "40001", "40P01" -> CONFLICT;
            // unique violation, exclusion violation
            case "23505", "23P01" -> TAKEN;
            // lock not available, query canceled, idle in transaction
            case "55P03", "57014", "25P03" -> TOO_LONG;
            // disk full, out of memory, input or output failed
            case "53100", "53200", "58030" -> FULL;
            // too many connections, shut down, crashed, starting, idle; a primary that became a replica
            case "53300", "57P01", "57P02", "57P03", "57P05", "25006" -> AWAY;
            default -> state.startsWith("08") ? AWAY : null;
        };
    }
}
