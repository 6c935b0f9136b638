package fr.acse.platform.history;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries over what earlier releases let the engine keep: the steps that were done; the rest, which nobody reads, is given up. It goes on
 * beside the work, a slice at a time, so that no start waits for it and no lock is held for long.
 */
@Component
public class EarlierHistory {

    private static final int SLICE = 2_000;

    private static final String STEPS = """
            with gone as (
                delete from act_hi_taskinst where id_ in (select id_ from act_hi_taskinst limit ? for update skip locked)
                returning id_, proc_inst_id_, proc_def_id_, task_def_key_, end_time_, delete_reason_),
            kept as (
                insert into case_event (reference, at, definition, element, kind, task)
                select p.business_key_, t.end_time_ at time zone 'utc', t.proc_def_id_, t.task_def_key_, 'STEP', t.id_::uuid
                from gone t join act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_
                where t.delete_reason_ = 'completed' and p.business_key_ is not null
                on conflict (task) do nothing)
            select count(*) from gone""";

    private static final List<String> GIVEN_UP = List.of(
            "act_hi_actinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_hi_identitylink",
            "act_hi_incident",
            "act_hi_decinst",
            "act_hi_dec_in",
            "act_hi_dec_out");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    EarlierHistory(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${acse.counts.every}", initialDelay = 0)
    public void carryOver() {
        untilNoneIsLeft(() -> jdbc.queryForObject(STEPS, Integer.class, SLICE));
        for (String table : GIVEN_UP) {
            untilNoneIsLeft(() -> delete(table, "true"));
        }
        untilNoneIsLeft(() -> delete("act_ge_bytearray", "type_ = 3"));
    }

    private int delete(String table, String which) {
        return jdbc.update(
                "delete from " + table + " where id_ in (select id_ from " + table + " where " + which
                        + " limit ? for update skip locked)",
                SLICE);
    }

    private void untilNoneIsLeft(Slice slice) {
        int gone;
        do {
            gone = transaction.execute(status -> slice.take());
        } while (gone > 0);
    }

    private interface Slice {

        /** @return how many rows are gone */
        int take();
    }
}
