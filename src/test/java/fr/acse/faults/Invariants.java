package fr.acse.faults;

import fr.acse.EveryCell;
import fr.acse.FormAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must be true after a trial, whatever happened: design §7, asked by SQL. Each check lists what breaks it. */
final class Invariants {

    /** Of an instance that is neither at a task nor at an event nor about to go on. */
    private static final String STUCK = """
            select e.business_key_ || ' ' || coalesce(e.act_id_, '-') from act_ru_execution leaf
            join act_ru_execution e on e.id_ = leaf.proc_inst_id_
            where leaf.is_active_ and not exists (select 1 from act_ru_execution c where c.parent_id_ = leaf.id_)
                and not exists (select 1 from act_ru_execution s where s.super_exec_ = leaf.id_)
                and not exists (select 1 from act_ru_task t where t.execution_id_ = leaf.id_)
                and not exists (select 1 from act_ru_job j where j.execution_id_ = leaf.id_)
                and not exists (select 1 from act_ru_event_subscr s where s.execution_id_ = leaf.id_)""";

    private static final Map<String, String> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("stuck: an instance without a task, a timer, a job or an event", STUCK);
        CHECKS.put("stuck: an open case without an instance", """
                select reference from referral r where closed_at is null and not exists
                    (select 1 from act_ru_execution e where e.business_key_ = r.reference)""");
        CHECKS.put("stuck: a job without tries, or an incident", """
                select j.id_ || ' ' || coalesce(j.exception_msg_, '') from act_ru_job j where j.retries_ = 0
                union all select i.id_ from act_ru_incident i""");
        CHECKS.put("stuck: a job that is due and was not done", """
                select id_ || ' ' || duedate_ from act_ru_job
                where duedate_ < (now() at time zone 'UTC') - interval '60 seconds'""");
        CHECKS.put("clock: a running clock without a timer", """
                select reference || ' ' || activity from deadline d where state = 'RUNNING'
                    and not exists (select 1 from act_ru_job j where j.id_ = d.job)""");
        CHECKS.put("clock: a timer without a running clock", """
                select j.id_ || ' ' || j.handler_type_ from act_ru_job j where j.type_ = 'timer'
                    and not exists (select 1 from deadline d where d.job = j.id_ and d.state = 'RUNNING')""");
        CHECKS.put("clock: an open request without its 48 hours (invariant 4)", """
                select reference from orientation_request r where answered_at is null and not exists
                    (select 1 from deadline d where d.reference = r.reference and d.kind = 'answer'
                        and d.state in ('RUNNING', 'OVERDUE'))""");
        CHECKS.put("clock: a request past its 48 hours that nobody was told of", """
                select reference from orientation_request r
                where answered_at is null and due_at < now() - interval '60 seconds' and late_at is null""");
        CHECKS.put("read model: a closed case for which a place is still sought, agreed or lived in", """
                select r.reference || ' ' || p.key_ from referral r join act_ru_execution e on e.business_key_ = r.reference
                    join act_re_procdef p on p.id_ = e.proc_def_id_
                where r.closed_at is not null and p.key_ in ('orientation', 'agree-arrival', 'transfer', 'stay')""");
        CHECKS.put("read model: an open request without its search", """
                select r.reference from orientation_request r where answered_at is null and not exists
                    (select 1 from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
                        where e.business_key_ = r.reference and p.key_ = 'orientation')""");
        CHECKS.put("read model: an open offer without a task", """
                select o.id::text from offer o join orientation_request r on r.id = o.request
                where o.state = 'OPEN' and not exists
                    (select 1 from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = r.reference and t.task_def_key_ = 'task_answerOffer')""");
        CHECKS.put("doubled: two allowances of one person (invariant 1)", """
                select encode(person_key, 'hex') from allowance where state in ('GRANTED', 'APPROVED', 'HANDED_OVER')
                group by person_key having count(*) > 1""");
        CHECKS.put("doubled: a clock that fired more often than it was set", """
                select e.reference || ' ' || e.element from case_event e where e.kind = 'CLOCK'
                group by e.reference, e.element
                having count(*) > (select count(*) from deadline d
                    where d.reference = e.reference and d.activity = e.element)""");
        CHECKS.put("doubled: two open requests of one case", """
                select reference from orientation_request where answered_at is null group by reference having count(*) > 1""");
        CHECKS.put("doubled: two open journeys of one case", """
                select reference from journey where ended_at is null group by reference having count(*) > 1""");
        CHECKS.put("doubled: two payments of one claim", """
                select coalesce(claim, allowance)::text from payment_order where state in ('WAITING', 'SENT', 'PAID')
                group by coalesce(claim, allowance) having count(*) > 1""");
        CHECKS.put("ledger: it does not say what the cases say", """
                select kind || ' ' || subject || ' ' || number || ': ' || in_ledger || ' and ' || in_cases
                from ledger_difference""");
        CHECKS.put("ledger: it does not balance", """
                select booking::text from ledger_entry group by booking having sum(cents) <> 0""");
        CHECKS.put("doubled: two instances of one case that runs once", """
                select e.business_key_ || ' ' || p.key_ from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
                where e.parent_id_ is null and p.key_ in ('referral', 'orientation', 'transfer', 'allowance', 'stay')
                group by e.business_key_, p.key_ having count(*) > 1""");
        CHECKS.put("doubled: more places taken than there are (invariant 2)", """
                select a.shelter from allocation a where a.released_at is null group by a.shelter
                having count(*) > (select count(*) from place p where p.shelter = a.shelter and p.in_service)
                union all select shelter || ' ' || number from allocation where released_at is null
                group by shelter, number having count(*) > 1""");
        CHECKS.put("read model: a household with other cots than it has babies", """
                select a.reference from allocation a join referral r on r.reference = a.reference where a.released_at is null
                group by a.reference, a.shelter, r.baby_count having sum(a.cots) <> r.baby_count""");
        CHECKS.put("doubled: more cots taken than there are", """
                select a.shelter from allocation a join shelter s on s.code = a.shelter where a.released_at is null
                group by a.shelter, s.cots having sum(a.cots) > s.cots""");
        CHECKS.put("rule: a journey without a full commitment, an arrival and an escort (invariant 3)", """
                select j.reference from journey j join referral r on r.reference = j.reference
                where not r.commitment_full or j.escort is null or j.escort = ''
                    -- Of a journey that is over, the day may have been given up again.
                    or j.ended_at is null and r.arrival_date is null""");
        CHECKS.put("rule: money that one person moved (invariant 7)", """
                select id::text from allowance where approved_by = handed_over_by
                union all select id::text from travel_claim where approved_by in (submitted_by, checked_by)
                union all select reference from payment_run where released_by = started_by""");
    }

    private final JdbcTemplate jdbc;
    private final Journal journal;

    Invariants(JdbcTemplate jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Name of each check and what breaks it; empty lists are good. */
    Map<String, List<String>> check(List<Path> logs) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put("lost: an acknowledged step that is not there (invariant 5)", lostSteps());
        found.put("lost: an acknowledged case that is not there", lostCases());
        found.put("doubled: a step that was acknowledged twice", journal.doubled());
        found.put("rule: a form that was taken without what it requires", journal.incomplete());
        found.put("words: somebody was told something else than what was the matter", journal.misleading());
        found.put("lock: transactions that waited for each other in a circle", deadlocks());
        CHECKS.forEach((name, sql) -> found.put(name, jdbc.queryForList(sql, String.class)));
        found.put("secret: a sealed word in clear (invariant 6)", secrets(logs));
        return found;
    }

    private List<String> deadlocks() {
        long deadlocks =
                jdbc.queryForObject("select deadlocks from pg_stat_database where datname = 'postgres'", Long.class);
        return deadlocks == 0 ? List.of() : List.of(deadlocks + " deadlocks");
    }

    private List<String> lostSteps() {
        Set<String> done =
                Set.copyOf(jdbc.queryForList("select task::text from case_event where kind = 'STEP'", String.class));
        return journal.steps().stream()
                .filter(step -> step.task() != null && !done.contains(step.task()))
                .map(Object::toString)
                .collect(Collectors.toList());
    }

    private List<String> lostCases() {
        Set<String> there = Set.copyOf(jdbc.queryForList(
                "select r.reference from referral r join act_hi_procinst p on p.business_key_ = r.reference",
                String.class));
        return journal.steps().stream()
                .filter(step -> step.task() == null && !there.contains(step.reference()))
                .map(Object::toString)
                .collect(Collectors.toList());
    }

    private List<String> secrets(List<Path> logs) {
        List<String> found = new ArrayList<>();
        for (String word : List.of(FormAnswers.CANARY, FormAnswers.IBAN)) {
            found.addAll(EveryCell.thatContains(word, jdbc));
            for (Path log : logs) {
                try {
                    if (Files.readString(log).contains(word)) {
                        found.add(log.getFileName().toString());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }
}
