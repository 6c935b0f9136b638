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

/** The kinds of database failures, whichever library reports them. */
public enum DatabaseFailure {

    /** Two transactions changed the same rows, or waited for each other. The same request succeeds at once if repeated. */
    CONFLICT(HttpStatus.BAD_REQUEST, "somebodyElse"),

    /** A row with this key exists already. Unless another transaction is just adding it, the same request never succeeds. */
    TAKEN(HttpStatus.BAD_REQUEST, "somebodyElse"),

    /** The server is away, is being replaced, or has no free connection. The request succeeds later. */
    AWAY(HttpStatus.SERVICE_UNAVAILABLE, "notReady"),

    /** The statement took too long, or waited too long for another transaction. The request may succeed later. */
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

    /** Code of the words {@code refusal.<code>}, which say whether anything was done, and what to do now. */
    public String code() {
        return code;
    }

    /** Whether the failure is not due to the request. A job that meets it loses no try. */
    public boolean isPassing() {
        return this == CONFLICT || this == AWAY;
    }

    boolean isAway() {
        return this == AWAY;
    }

    /** @return empty if the failure is not of the database, or of no kind listed here */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        // The state that the database itself reports comes first: libraries wrap it in other exceptions.
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

    /** The message of the database or its driver, without a stack trace: thousands of failures would repeat it. */
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
            // A failure that was put into words has the original one as suppressed.
            for (Throwable told : cause.getSuppressed()) {
                causes.addAll(causes(told));
            }
            // The lost connection made the rollback fail, too; the failure before it says more.
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

    /** See appendix A of the PostgreSQL manual, Error Codes. */
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
