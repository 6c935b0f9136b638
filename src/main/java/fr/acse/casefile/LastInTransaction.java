package fr.acse.casefile;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Adds lines to the logs of the whole system. Only one transaction at a time can add to a log, so this comes last in a transaction, and
 * the next transaction waits only a few milliseconds. All transactions write their logs in the same order, which avoids deadlocks.
 */
@Component
@RequiredArgsConstructor
public class LastInTransaction {

    /** Advisory locks hold for the whole database, so a rehearsal in its own schema has its own lock. */
    private static final String LOCK = "select pg_advisory_xact_lock("
            + "case current_schema() when 'public' then ? else hashtextextended(current_schema(), ?) end)";

    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    /**
     * Adds a line just before the transaction of this thread commits.
     *
     * @param log number of the log's advisory lock, which no other lock has
     * @param line writes the line and returns a text about it
     * @param told gets this text after the commit
     */
    public void add(long log, Supplier<String> line, Consumer<String> told) {
        Lines lines = (Lines) TransactionSynchronizationManager.getResource(this);
        if (lines == null) {
            lines = new Lines();
            TransactionSynchronizationManager.registerSynchronization(lines);
            TransactionSynchronizationManager.bindResource(this, lines);
        }
        if (lines.written) {
            throw new IllegalStateException("The transaction is over: what is added now would be lost");
        }
        lines.byLog.computeIfAbsent(log, any -> new ArrayList<>()).add(new Line(line, told));
    }

    private record Line(Supplier<String> write, Consumer<String> told) {}

    private final class Lines implements TransactionSynchronization {

        private final SortedMap<Long, List<Line>> byLog = new TreeMap<>();
        private final List<Runnable> whenCommitted = new ArrayList<>();
        private boolean written;

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            written = true;
            byLog.forEach((log, lines) -> {
                jdbc.query(LOCK, ignored -> {}, log, log);
                for (Line line : lines) {
                    String written = line.write().get();
                    whenCommitted.add(() -> line.told().accept(written));
                }
            });
        }

        @Override
        public void afterCommit() {
            whenCommitted.forEach(Runnable::run);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LastInTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LastInTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(LastInTransaction.this);
        }
    }
}
