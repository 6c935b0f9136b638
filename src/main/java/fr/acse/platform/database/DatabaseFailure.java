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

/** The kinds of database failures, for all libraries that report them. */
public enum DatabaseFailure {

    /** Two transactions changed the same rows or waited for each other. The same request succeeds at once if it is repeated. */
    CONFLICT(HttpStatus.BAD_REQUEST, "somebodyElse"),

    /** A row with this key exists already. The same request fails again, unless another transaction is just adding the row. */
    TAKEN(HttpStatus.BAD_REQUEST, "somebodyElse"),

    /** The database server is unreachable, is being replaced, or has no free connection. The request succeeds later. */
    AWAY(HttpStatus.SERVICE_UNAVAILABLE, "notReady"),

    /** The statement took too long or waited too long for another transaction. The request may succeed later. */
    TOO_LONG(HttpStatus.SERVICE_UNAVAILABLE, "busy"),

    /** The database server has no space left on its disk or in its memory. */
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

    /** Code of the message {@code refusal.<code>}, which tells the user whether anything was saved and what to do. */
    public String code() {
        return code;
    }

    /** Whether the failure is a conflict or an unreachable server. A job with such a failure loses no retry. */
    public boolean isPassing() {
        return this == CONFLICT || this == AWAY;
    }

    boolean isAway() {
        return this == AWAY;
    }

    /** @return empty if the failure does not come from the database, or is of no kind in this list */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        // The SQL state of the database comes first, because libraries wrap the exception in other exceptions.
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

    /** The message of the database or its driver. The stack trace is left out, because thousands of failures would repeat it. */
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
            // An exception with a message for the user holds the original exception as a suppressed exception.
            for (Throwable told : cause.getSuppressed()) {
                causes.addAll(causes(told));
            }
            // A lost connection makes the rollback fail, too. The failure before the rollback says more.
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

    /** The kind of failure for an SQL state, from appendix A (Error Codes) of the PostgreSQL manual. */
    private static DatabaseFailure ofState(String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            // 40001 is a serialization failure; 40P01 is a deadlock.
            case "40001", "40P01" -> CONFLICT;
            // 23505 is a violation of a unique constraint; 23P01 is a violation of an exclusion constraint.
            case "23505", "23P01" -> TAKEN;
            // 55P03: lock not available. 57014: query canceled. 25P03: transaction idle for too long.
            case "55P03", "57014", "25P03" -> TOO_LONG;
            // 53100: disk full. 53200: out of memory. 58030: input or output failed.
            case "53100", "53200", "58030" -> FULL;
            // 53300: too many connections. 57P01-57P03: shut down, crashed, starting. 57P05: idle. 25006: replica.
            case "53300", "57P01", "57P02", "57P03", "57P05", "25006" -> AWAY;
            default -> state.startsWith("08") ? AWAY : null;
        };
    }
}
