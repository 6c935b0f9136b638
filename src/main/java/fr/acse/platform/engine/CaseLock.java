package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whatever changes a case locks it first: a person's step, a timer, a job, a message. So the steps of one case come one after the
 * other, on all nodes, and never wait for each other in a circle. The lock ends with the transaction.
 */
@Component
public class CaseLock {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('case|' || %s, 0))";
    private static final String OF_TASK = LOCK.formatted("e.business_key_")
            + " from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
            + " where t.id_ = ? and e.business_key_ is not null";
    private static final String OF_JOB = LOCK.formatted("e.business_key_")
            + " from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
            + " where j.id_ = ? and e.business_key_ is not null";

    private final JdbcTemplate jdbc;

    CaseLock(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CaseReference reference) {
        lock(LOCK.formatted("?"), reference.value());
    }

    /** The case of a job; one that is not there any more, or of no case, locks nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfJob(String job) {
        lock(OF_JOB, job);
    }

    /** The case of a task; one that is not there any more locks nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOfTask(String task) {
        lock(OF_TASK, task);
    }

    private void lock(String sql, String key) {
        jdbc.query(sql, ignored -> {}, key);
    }
}
