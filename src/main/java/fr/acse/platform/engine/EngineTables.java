package fr.acse.platform.engine;

import fr.acse.casefile.KeyMarks;
import fr.acse.codes.CaseReference;
import fr.acse.platform.access.EnteredPermissions;
import fr.acse.platform.database.StartLock;
import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The engine's tables, and the views through which other packages read these tables. This application chooses the names and columns of the
 * views. The views stay the same when another version of the engine renames its tables or columns.
 */
@Component
public class EngineTables implements EnteredPermissions {

    /** History table of the engine with the running and the ended process instances. */
    static final String PAST_INSTANCES = "act_hi_procinst";

    private static final String INSTANCES_OF_CASE = "(select id from engine_instance where reference = ?)";

    private final JdbcTemplate jdbc;
    private final StartLock startLock;
    private final KeyMarks marks;
    private final boolean alone;
    private StartLock.Held held;

    /** @param server address of an external database; empty with the embedded database */
    EngineTables(
            JdbcTemplate jdbc, StartLock startLock, KeyMarks marks, @Value("${spring.datasource.url:}") String server) {
        this.jdbc = jdbc;
        this.startLock = startLock;
        this.marks = marks;
        this.alone = server.isEmpty();
    }

    /**
     * Takes the start lock, so that only one node at a time checks the engine's tables. The method is called before this check.
     *
     * @throws StartFailure if the installation was set up with other encryption keys
     */
    void begin() {
        held = startLock.acquire();
        marks.strangers().stream().findFirst().ifPresent(key -> {
            throw new StartFailure("start.otherKeys", Words.of("key." + key));
        });
        // The embedded database has one node. A job that is still locked was locked by an earlier run that was killed.
        if (alone && isThere("act_ru_job")) {
            jdbc.update(
                    "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null");
        }
    }

    /** Creates indexes and views, and releases the start lock. The method is called when the engine has created its tables. */
    void complete() {
        createIndexes();
        createViews();
        jdbc.update(
                "update act_ru_job set duedate_ = create_time_ where duedate_ is null and create_time_ is not null");
        try {
            held.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isThere(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, table));
    }

    private void createIndexes() {
        // The engine acquires jobs in the order of their due dates, but has no index for this order. Each job has a due
        // date ({@code ensure-job-due-date-not-null}). A query for jobs without a due date would read all jobs.
        createOnce("acse_job_due_date", "act_ru_job (duedate_)");
        // Each acquisition of jobs also queries the locked jobs, which are few among many jobs.
        createOnce("acse_job_locked", "act_ru_job (process_instance_id_) where lock_owner_ is not null");
        // When a task ends, the engine queries its subtasks without an index. This application has no subtasks.
        createOnce("acse_task_parent", "act_ru_task (parent_task_id_) where parent_task_id_ is not null");
        // At a deployment and at a start, the engine queries the latest version of each model, form and decision by its
        // key.
        for (String definitions : List.of("act_re_procdef", "act_re_camformdef", "act_re_decision_def")) {
            createOnce("acse_" + definitions + "_key", definitions + " (key_, version_)");
        }
    }

    /** Checks first whether the index exists, because {@code create index} waits for all writers of the table even if the index exists. */
    private void createOnce(String index, String on) {
        if (!isThere(index)) {
            jdbc.execute("create index " + index + " on " + on);
        }
    }

    /** A new version of the software may add columns to a view. The new version must keep each column that the previous version reads. */
    private void createViews() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("engine_instance", """
                select id_ id, business_key_ reference, proc_def_id_ definition
                from act_ru_execution where parent_id_ is null""");
        views.put("engine_task", """
                select id_ id, task_def_key_ step, assignee_ assignee, create_time_ created_at, due_date_ due_at,
                    priority_ priority, proc_inst_id_ instance, proc_def_id_ definition from act_ru_task""");
        views.put("engine_candidate", """
                select task_id_ task, group_id_ role from act_ru_identitylink
                where type_ = 'candidate' and task_id_ is not null""");
        views.put("engine_job", """
                select id_ id, process_instance_id_ instance, duedate_ due_at, retries_ retries,
                    lock_exp_time_ locked_until, suspension_state_ = 2 suspended, exception_stack_id_ is not null failed
                from act_ru_job""");
        views.put("engine_definition", """
                select p.id_ id, p.key_ process, p.version_ version, p.name_ name, p.version_tag_ tag,
                    p.deployment_id_ deployment, p.resource_name_ file from act_re_procdef p""");
        views.put("engine_file", """
                select deployment_id_ deployment, name_ file, md5(bytes_) as hash
                from act_ge_bytearray where deployment_id_ is not null""");
        // The view engine_place also contains executions that wait for other executions at a join.
        views.put("engine_place", """
                select e.act_id_ element, i.id_ instance, i.business_key_ reference, e.proc_def_id_ definition
                from act_ru_execution e join act_ru_execution i on i.id_ = e.proc_inst_id_
                where e.act_id_ is not null and not e.is_event_scope_
                    and not exists (select from act_ru_execution below where below.parent_id_ = e.id_)""");
        views.put("engine_deployment", "select id_ id from act_re_deployment");
        views.put("engine_past_instance", "select proc_def_id_ definition from act_hi_procinst");
        views.put("engine_person", """
                select id_ login, first_ first_name, last_ last_name, email_ address, pwd_ password from act_id_user""");
        views.put("engine_group", "select id_ id from act_id_group");
        views.put("engine_member", "select user_id_ login, group_id_ role from act_id_membership");
        Map<String, String> known = new LinkedHashMap<>();
        jdbc.query(
                "select relname, obj_description(oid, 'pg_class') as made from pg_class"
                        + " where relkind = 'v' and relnamespace = current_schema()::regnamespace",
                row -> {
                    known.put(row.getString("relname"), row.getString("made"));
                });
        views.forEach((name, select) -> {
            String made = Integer.toHexString(select.hashCode());
            if (!made.equals(known.get(name))) {
                jdbc.execute("drop view if exists " + name + "; create view " + name + " as " + select
                        + "; comment on view " + name + " is '" + made + "'");
            }
        });
    }

    /** Unlocks the jobs that a node has locked, so that another node can execute the jobs at once. */
    void releaseJobs(String node) {
        jdbc.update("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?", node);
    }

    @Override
    public void removeAll() {
        jdbc.update(
                "delete from act_ru_authorization where (resource_type_ <> ? or user_id_ is distinct from resource_id_)"
                        + " and (resource_type_ <> ? or group_id_ is distinct from resource_id_)",
                Resources.USER.resourceType(),
                Resources.GROUP.resourceType());
    }

    /** Moves the times of a case's tasks, jobs, process instances and variables into the past. Only the demo calls this method. */
    public void makeOlder(CaseReference reference, Duration by) {
        String interval = by.toSeconds() + " seconds";
        for (String statement : List.of(
                "update act_ru_task set create_time_ = create_time_ - ?::interval, due_date_ = due_date_ - ?::interval"
                        + " where proc_inst_id_ in " + INSTANCES_OF_CASE,
                "update act_ru_job set duedate_ = duedate_ - ?::interval, create_time_ = create_time_ - ?::interval"
                        + " where process_instance_id_ in " + INSTANCES_OF_CASE,
                "update act_hi_procinst set start_time_ = start_time_ - ?::interval, end_time_ = end_time_ - ?::interval"
                        + " where business_key_ = ?")) {
            jdbc.update(statement, interval, interval, reference.value());
        }
        jdbc.update(
                "update act_ru_variable set long_ = long_ - ? where type_ = 'date' and proc_inst_id_ in "
                        + INSTANCES_OF_CASE,
                by.toMillis(),
                reference.value());
        jdbc.update(
                "update act_ru_variable set text_ = (text_::date - ?)::text where type_ = 'string'"
                        + " and text_ ~ '^\\d{4}-\\d{2}-\\d{2}$' and proc_inst_id_ in " + INSTANCES_OF_CASE,
                (int) by.toDays(),
                reference.value());
    }
}
