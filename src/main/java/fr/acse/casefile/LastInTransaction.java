package fr.acse.casefile;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Adds to the logs that everybody adds to. One transaction at a time can, so this comes last: everything else of the transaction is
 * written before, and the next one waits for a few milliseconds only. Several logs come in the same order in all transactions.
 */
@Component
public class LastInTransaction {

    /** Locks are the database's: a rehearsal of models, which has a schema of its own, has its own. */
    private static final String LOCK = "select pg_advisory_xact_lock("
            + "case current_schema() when 'public' then ? else hashtextextended(current_schema(), ?) end)";

    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    LastInTransaction(EntityManager entities, JdbcTemplate jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    /**
     * Adds a line just before the transaction of this thread commits.
     *
     * @param log number of its lock in the database, which no other user of advisory locks takes
     * @param line writes it, and says what is told once it is there for good
     * @param told is given this after the commit
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
