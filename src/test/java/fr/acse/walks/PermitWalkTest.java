package fr.acse.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acse.Extent;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.platform.form.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Permits as chance has them: any answer to any form, any news at any time, tracks that begin anew, and days that pass. A short part runs
 * always; {@code mvn test -Pwalks} takes 10,000 steps. The seed is printed; {@code -Dacse.seed} plays it again.
 */
@ProcessTest
class PermitWalkTest {

    private static final int STEPS = Extent.of("acse.permit.steps", 120, 2_000);
    private static final int STEPS_OF_A_CASE = 120;
    private static final int ENOUGH_FOR_EVERY_END = 5_000;

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    private Random random;

    @Test
    void noTitleIsEverWithoutAClockAndNoEndForbidsANewBeginning() {
        long seed = Extent.seed(PermitWalkTest.class);
        random = new Random(seed);
        Set<String> ends = new TreeSet<>();
        int taken = 0;
        while (taken < STEPS) {
            // Each case takes years; all of them one after the other would leave the days that a form takes.
            TestTime.begin();
            String reference = random.nextBoolean() ? inAShelter() : neverInAShelter();
            for (int step = 0; step < STEPS_OF_A_CASE && taken < STEPS; step++, taken++) {
                String done = something(reference);
                String which = "seed %d, step %d of %s: %s".formatted(seed, taken, reference, done);
                assertThat(titlesWithoutTheirClock(reference)).as(which).isEmpty();
                assertThat(kindsOpenTwice(reference)).as(which).isEmpty();
                assertThat(tracksThatNobodyFollows(reference)).as(which).isEmpty();
            }
            ends.addAll(jdbc.queryForList(
                    "select distinct outcome from permit_track where reference = ? and outcome is not null",
                    String.class,
                    reference));
            beginsAgain(reference, "seed %d, step %d of %s".formatted(seed, taken, reference));
        }
        System.out.println("Tracks ended as " + ends);
        if (STEPS >= ENOUGH_FOR_EVERY_END) {
            assertThat(ends)
                    .contains(
                            "refused", "stopped", "stoppedBeforeApplying", "groundGone", "lastingTitle", "noneNeeded");
        }
    }

    /** Whatever has ended can be begun again. */
    private void beginsAgain(String reference, String which) {
        Set<String> begun = new HashSet<>();
        FormAnswers.drawn("start-permit").path("components").forEach(field -> {
            if (field.path("key").asText().equals("permitRoute")) {
                field.path("values")
                        .forEach(each -> begun.add(each.path("value").asText()));
            }
        });
        jdbc
                .queryForList(
                        "select route from permit_track where reference = ? group by route having count(*) = count(closed_at)",
                        String.class,
                        reference)
                .stream()
                .filter(begun::contains)
                .forEach(route -> assertThatCode(() -> network.startFor(
                                reference, "residence-permit", "start-permit", "operator", "permitRoute", route))
                        .as("%s: %s again", which, route)
                        .doesNotThrowAnyException());
    }

    /** A route is to be chosen there. The place of whoever was there before is free again. */
    private String inAShelter() {
        jdbc.update("update allocation set released_at = now() where released_at is null");
        return network.arrived("childrenCount", 0, "babyCount", 0);
    }

    private String neverInAShelter() {
        String reference = network.proposed();
        network.refusePlace(reference);
        return reference;
    }

    private String something(String reference) {
        return switch (random.nextInt(10)) {
            case 0 -> begin(reference);
            case 1, 2 -> news(reference);
            case 3, 4 -> {
                network.pass(reference, Duration.ofDays(1 + random.nextInt(60)));
                yield "time passes";
            }
            default -> complete(reference);
        };
    }

    private String begin(String reference) {
        return tried(
                "begin",
                () -> network.startFor(
                        reference, "residence-permit", "start-permit", "operator", answers("start-permit", Map.of())));
    }

    private String news(String reference) {
        return tried(
                "news",
                () -> network.startFor(
                        reference, "permit-news", "permit-news", "operator", answers("permit-news", Map.of())));
    }

    private String complete(String reference) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKeyIn(
                        "residence-permit", "permit-request", "record-title", "permit-news", "title", "afis")
                .initializeFormKeys()
                .orderByTaskName()
                .asc()
                .list();
        if (open.isEmpty()) {
            return begin(reference);
        }
        Task task = open.get(random.nextInt(open.size()));
        String person = task.getTaskDefinitionKey().equals("task_preventLapse") ? "supervisor" : "operator";
        return tried(
                task.getTaskDefinitionKey(),
                () -> network.completeTask(
                        task, person, answers(task.getCamundaFormRef().getKey(), Map.of())));
    }

    /** What chance does may be refused; then nothing has happened. */
    private static String tried(String what, Runnable step) {
        try {
            step.run();
            return what;
        } catch (RuntimeException refused) {
            return what + ", refused: " + refused.getMessage();
        }
    }

    /** For every choice any of its options, and for every title any days, in order or not. */
    private Object[] answers(String form, Map<String, Object> known) {
        Map<String, Object> given = new LinkedHashMap<>(known);
        for (JsonNode field : FormAnswers.drawn(form).path("components")) {
            if (field.path("readonly").asBoolean() || !Shown.is(field, given::get)) {
                continue;
            }
            String key = field.path("key").asText();
            List<String> options = new ArrayList<>();
            field.path("values").forEach(each -> options.add(each.path("value").asText()));
            if (!options.isEmpty()) {
                given.put(key, options.get(random.nextInt(options.size())));
            } else if (key.equals("titleFrom")) {
                given.put(
                        key, TestTime.today().plusDays(random.nextInt(40) - 20).toString());
            } else if (key.equals("titleUntil")) {
                given.put(
                        key, TestTime.today().plusDays(random.nextInt(500) - 5).toString());
            }
        }
        return given.entrySet().stream()
                .flatMap(pair -> Stream.of(pair.getKey(), pair.getValue()))
                .toArray();
    }

    private List<String> titlesWithoutTheirClock(String reference) {
        return jdbc.queryForList("""
                select t.id || ' ' || t.kind || ' until ' || t.last_day || ': ' || count(v.id_) || ' clocks'
                from permit_title t left join act_ru_variable v on v.name_ = 'titleId' and v.long_ = t.id
                where t.reference = ? and t.ended_as is null group by t.id having count(v.id_) <> 1
                union all
                select t.id || ' has ended and is watched' from permit_title t
                join act_ru_variable v on v.name_ = 'titleId' and v.long_ = t.id
                join act_ru_job j on j.process_instance_id_ = v.proc_inst_id_
                where t.reference = ? and t.ended_as is not null
                """, String.class, reference, reference);
    }

    private List<String> kindsOpenTwice(String reference) {
        return jdbc.queryForList(
                "select route from permit_track where reference = ? and closed_at is null group by route having count(*) > 1",
                String.class,
                reference);
    }

    /** Each open track has one process that has a task, a clock, or waits for a request. */
    private List<String> tracksThatNobodyFollows(String reference) {
        return jdbc.queryForList("""
                select t.route || ': ' || count(e.id_) from permit_track t
                left join act_ru_variable v on v.name_ = 'trackId' and v.long_ = t.id
                left join act_ru_execution e on e.id_ = v.execution_id_ and e.parent_id_ is null
                    and e.proc_def_id_ like 'residence-permit:%'
                where t.reference = ? and t.closed_at is null group by t.id, t.route having count(e.id_) <> 1
                """, String.class, reference);
    }
}
