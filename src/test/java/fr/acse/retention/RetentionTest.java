package fr.acse.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.EveryCell;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseErasure;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class RetentionTest {

    private static final String CANARY = "Qzvxerasure";

    @Autowired
    Network network;

    @Autowired
    CaseErasure erasure;

    @Autowired
    RetentionService retention;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    @Test
    void everyTableThatNamesACaseFollowsItWhenItIsErasedOrIsEmptiedOfIt() {
        assertThat(jdbc.queryForList("""
                        select c.table_name || '.' || c.column_name
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'character varying'
                          and c.character_maximum_length = 14 and c.table_name not like 'act\\_%'
                          and not exists (
                            select 1 from pg_constraint f
                            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
                            where f.contype = 'f' and f.confrelid in ('case_file'::regclass, 'referral'::regclass) and f.confupdtype = 'c'
                              and f.conrelid = c.table_name::regclass and a.attname = c.column_name)
                        order by 1""", String.class))
                .as("emptied by some Traces, or of the file itself and of registrations")
                .containsExactly(
                        "alarm.reference",
                        "case_event.reference",
                        "case_file.reference",
                        "deadline.reference",
                        "deadline_move.reference",
                        "erasure.reference",
                        "notice.reference",
                        "organisation.file_reference",
                        "page.reference",
                        "payment_order.run",
                        "payment_run.reference",
                        "sealed_value.reference",
                        "sealed_value_before.reference",
                        "shelter.file_reference",
                        "stuck_job.reference");
    }

    @Test
    void anErasedPersonIsFoundInNoTableAndOtherCasesAreUntouched() {
        String other = network.openReferral("sealed_firstName", "Berta");
        String reference = closedCase();
        assertThat(EveryCell.thatContains(reference, jdbc)).isNotEmpty();

        String report = erasure.erase(new CaseReference(reference), Login.SYSTEM);

        assertThat(report).contains("sealed_value: ", "case_file key: 1", "act_hi_procinst: ", "case_event: ");
        assertThat(EveryCell.thatContains(reference, jdbc)).isEmpty();
        assertThat(EveryCell.thatContains(CANARY, jdbc)).isEmpty();
        assertThat(jdbc.queryForList("select report from erasure", String.class))
                .contains(report);
        assertThat(network.seen(other, "task_assessSituation", "operator", "sealed_firstName"))
                .isEqualTo("Berta");
    }

    @Test
    void aBackupThatIsRestoredWithoutTheKeyShowsNothing() {
        String reference = closedCase();
        List<Map<String, Object>> values =
                jdbc.queryForList("select * from sealed_value where reference = ?", reference);
        Map<String, Object> file = jdbc.queryForMap("select * from case_file where reference = ?", reference);
        erasure.erase(new CaseReference(reference), Login.SYSTEM);

        // A backup of the values, and of everything but the key.
        jdbc.update(
                "insert into case_file (reference, wrapped_key, opened_at, opened_by) values (?, null, ?, ?)",
                reference,
                file.get("opened_at"),
                file.get("opened_by"));
        values.forEach(value -> jdbc.update(
                "insert into sealed_value values (?, ?, ?, ?, ?)",
                value.get("reference"),
                value.get("field"),
                value.get("ciphertext"),
                value.get("sealed_at"),
                value.get("sealed_by")));

        assertThat(values).isNotEmpty();
        assertThat(EveryCell.thatContains(CANARY, jdbc)).isEmpty();
        jdbc.update("delete from sealed_value where reference = ?", reference);
        jdbc.update("delete from case_file where reference = ?", reference);
    }

    @Test
    void aCaseThatComesBackWithAnOlderBackupIsErasedAgain() {
        String reference = closedCase();
        String stays = closedCase();
        erasure.erase(new CaseReference(reference), Login.SYSTEM);
        Set<String> marks = Set.copyOf(retention.erasedMarks());
        assertThat(marks).isNotEmpty().noneMatch(mark -> mark.contains(reference));

        String back = closedCase();
        jdbc.update("delete from sealed_value where reference = ?", back);
        jdbc.update("update case_file set reference = ? where reference = ?", reference, back);
        assertThat(EveryCell.thatContains(reference, jdbc)).isNotEmpty();

        assertThat(retention.eraseAgain(marks, Login.SYSTEM)).isEqualTo(1);
        assertThat(EveryCell.thatContains(reference, jdbc)).isEmpty();
        assertThat(EveryCell.thatContains(stays, jdbc)).isNotEmpty();
    }

    @Test
    void aCaseThatIsStillOpenIsNotErased() {
        String reference = network.openReferral();

        assertThatThrownBy(() -> erasure.erase(new CaseReference(reference), Login.SYSTEM))
                .hasMessage(
                        "The case " + reference
                                + " is not closed yet, so it cannot be erased. Please complete the case, its permit and its claims first.");
        assertThatThrownBy(() -> erasure.erase(new CaseReference("ACSE-0000-0000"), Login.SYSTEM))
                .hasMessageContaining("there is no case");
        assertThat(network.openTasks(reference)).containsExactly("task_assessSituation");
    }

    @Test
    void aCaseIsErasedTwoCalendarYearsAfterItClosedAndThirtyDaysAfterTheSupervisorsWereTold() {
        String reference = closedCase();
        moveBy(Period.ofYears(2).minusDays(31));
        night();
        assertThat(list()).isEmpty();

        moveBy(Period.ofDays(1));
        night();
        Task list = list().get(0);
        assertThat(network.as(
                        "supervisor",
                        () -> tasks.createTaskQuery().taskId(list.getId()).count()))
                .isEqualTo(1);
        assertThat(network.shown(list, "supervisor", "toErase")).contains(reference);
        assertThat(network.as(
                        "coordinator2",
                        () -> tasks.createTaskQuery().taskId(list.getId()).count()))
                .isEqualTo(1);

        moveBy(Period.ofDays(29));
        night();
        assertThat(EveryCell.thatContains(reference, jdbc)).isNotEmpty();

        moveBy(Period.ofDays(1));
        night();
        assertThat(EveryCell.thatContains(reference, jdbc)).isEmpty();
        network.completeTask(list, "supervisor");
        assertThat(list()).extracting(Task::getId).doesNotContain(list.getId());
    }

    /** A closed case with a decision, an exit and words that nobody else uses. */
    private String closedCase() {
        String reference = network.openReferral("sealed_firstName", CANARY + "first", "sealed_safeContact", CANARY);
        network.complete(
                reference,
                "task_assessSituation",
                "operator",
                "ageAssessment",
                "minor",
                "sealed_situation",
                CANARY + "situation");
        network.complete(
                reference, "task_handOverToProtection", "coordinator", "sealed_protectionPerson", CANARY + "person");
        network.runJobs(reference);
        assertThat(network.isClosed(reference)).isTrue();
        return reference;
    }

    private void moveBy(Period period) {
        ClockUtil.setCurrentTime(
                Date.from(clock.instant().atZone(zone).plus(period).toInstant()));
    }

    /** Lets the nightly timer fire, and what follows it. */
    private void night() {
        Job timer = management
                .createJobQuery()
                .processDefinitionKey("retention")
                .timers()
                .singleResult();
        management.executeJob(timer.getId());
        management
                .createJobQuery()
                .processDefinitionKey("retention")
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private List<Task> list() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("task_readRetention")
                .initializeFormKeys()
                .list();
    }
}
