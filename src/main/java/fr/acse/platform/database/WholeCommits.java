package fr.acse.platform.database;

import java.sql.SQLTransientConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the entities of a transaction before its commit. When a node shuts down, Hibernate's factory closes. A later commit would omit the
 * entities without an error. The engine would then continue, but the case file would lack the values.
 */
class WholeCommits extends JpaTransactionManager {

    private static final String CONNECTION_FAILURE = "08006";

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (!status.isReadOnly()) {
            flush();
        }
        super.doCommit(status);
    }

    private void flush() {
        EntityManagerHolder holder =
                (EntityManagerHolder) TransactionSynchronizationManager.getResource(obtainEntityManagerFactory());
        try {
            holder.getEntityManager().flush();
        } catch (RuntimeException failure) {
            if (obtainEntityManagerFactory().isOpen()) {
                throw DataAccessUtils.translateIfNecessary(failure, getJpaDialect());
            }
            throw new DataAccessResourceFailureException(
                    "This node ends",
                    new SQLTransientConnectionException("This node ends", CONNECTION_FAILURE, failure));
        }
    }
}
