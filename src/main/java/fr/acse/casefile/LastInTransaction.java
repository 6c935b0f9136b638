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
 * Adds lines to the reveal log and the audit log just before the commit. Only one transaction at a time can add to a log. The late write
 * keeps the lock for only a few milliseconds. All transactions lock the logs in the same order, which avoids deadlocks.
 */
@Component
@RequiredArgsConstructor
public class LastInTransaction {

    /** Advisory locks apply to the whole database. A rehearsal in its own schema therefore uses another lock key. */
    private static final String LOCK = "select pg_advisory_xact_lock("
            + "case current_schema() when 'public' then ? else hashtextextended(current_schema(), ?) end)";

    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    /**
     * Adds a line just before the transaction of this thread commits.
     *
     * @param log key of the log's advisory lock, which no other lock uses
     * @param line writes the line and returns a text about it
     * @param told receives this text after the commit
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
