package fr.acse.platform.engine;

import fr.acse.casefile.KeyMarks;
import fr.acse.platform.EngineParts;
import fr.acse.platform.database.StartLock;
import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Fits the engine to this application. It comes first, so that the refusals of all other parts pass through its
 * interceptor.
 */
@Component
@Order(1)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final DataSource dataSource;
    private final StartLock startLock;
    private final CaseLock caseLock;
    private final KeyMarks marks;
    private final boolean alone;
    private StartLock.Held held;

    EngineSettings(
            DataSource dataSource,
            StartLock startLock,
            CaseLock caseLock,
            KeyMarks marks,
            @Value("${spring.datasource.url:}") String server) {
        this.dataSource = dataSource;
        this.startLock = startLock;
        this.caseLock = caseLock;
        this.marks = marks;
        this.alone = server.isEmpty();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        held = startLock.acquire();
        marks.strangers().stream().findFirst().ifPresent(key -> {
            throw new StartFailure("start.otherKeys", Words.of("key." + key));
        });
        freeJobsOfTheDead();
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                EngineParts.with(configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(EngineParts.with(
                configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new RefusalInterceptor()));
        configuration.setCustomPostCommandInterceptorsTxRequired(EngineParts.with(
                EngineParts.with(
                        configuration.getCustomPostCommandInterceptorsTxRequired(), new CaseLockInterceptor(caseLock)),
                new LongWork(dataSource)));
        configuration.setFailedJobCommandFactory(new PatientRetries());
        configuration.setProcessApplicationManager(new OneApplication());
    }

    /** The embedded server has one node: whoever holds a job was killed. */
    private void freeJobsOfTheDead() {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        if (alone
                && Boolean.TRUE.equals(
                        jdbc.queryForObject("select to_regclass('act_ru_job') is not null", Boolean.class))) {
            jdbc.update(
                    "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null");
        }
    }

    /** Looks first: a statement that finds the index there has already waited for everybody who writes the table. */
    private static void createOnce(JdbcTemplate jdbc, String index, String on) {
        if (Boolean.TRUE.equals(jdbc.queryForObject("select to_regclass(?) is null", Boolean.class, index))) {
            jdbc.execute("create index " + index + " on " + on);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        // Jobs are acquired in the order in which they are due; the engine brings no index for it. Each job has a due
        // time (ensure-job-due-date-not-null). A query for jobs without one would read all jobs.
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        createOnce(jdbc, "acse_job_due_date", "act_ru_job (duedate_)");
        // Each acquisition also asks which jobs are locked: few among many.
        createOnce(jdbc, "acse_job_locked", "act_ru_job (process_instance_id_) where lock_owner_ is not null");
        // Whenever a task ends, the engine asks for its subtasks; it has no index for it, and there are none.
        createOnce(jdbc, "acse_task_parent", "act_ru_task (parent_task_id_) where parent_task_id_ is not null");
        // At a deployment and a start, the engine asks for the latest version of each model, form and decision by its
        // key.
        for (String definitions : List.of("act_re_procdef", "act_re_camformdef", "act_re_decision_def")) {
            createOnce(jdbc, "acse_" + definitions + "_key", definitions + " (key_, version_)");
        }
        jdbc.update(
                "update act_ru_job set duedate_ = create_time_ where duedate_ is null and create_time_ is not null");
        try {
            held.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
