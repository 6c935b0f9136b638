package fr.acse.walks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.CleanSlate;
import fr.acse.Extent;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.RandomCase;
import fr.acse.TestTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cases as chance has them, with a seed that is printed. However a case went, it ended or waits for somebody with a clock; places
 * agree with who lives where; and nothing is open behind an end. {@code mvn test -Pwalks} plays 2,000 of them.
 */
@ProcessTest
class RandomWalksTest {

    private static final int MANY = 1_000;
    private static final int CASES = Extent.of("acse.walks", 6, 100);
    private static final int LONGEST = 160;

    /** What goes on when the case has ended: the permit, what is still to be paid, a breach, and asking how she is. */
    private static final Set<String> OUTLIVE = Set.of(
            "residence-permit",
            "permit-request",
            "afis",
            "record-title",
            "permit-news",
            "title",
            "breach",
            "leaving",
            "alarm",
            "allowance",
            "pay-back",
            "travel-claim");

    @Autowired
    RandomCase chance;

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void howeverACaseGoesItEndsOrWaitsForSomebodyWithAClock() {
        long seed = Extent.seed(RandomWalksTest.class);
        Map<String, Integer> ends = new TreeMap<>();
        for (int number = 0; number < CASES; number++) {
            Random random = new Random(seed + number);
            // Each case takes months or years; all of them one after the other would leave the days that a form takes.
            TestTime.begin();

            String reference = chance.play(random, LONGEST);

            ends.merge(whereItIs(reference), 1, Integer::sum);
            String which =
                    "case %d of seed %d, %s, at %s".formatted(number, seed, reference, network.openSteps(reference));
            assertThat(waitsForNobody(reference)).as(which).isEmpty();
            assertThat(openBehindAnEnd(reference)).as(which).isEmpty();
            assertThat(placesThatDoNotAgree(reference)).as(which).isEmpty();
            CleanSlate.freeShelters(jdbc);
        }
        System.out.println("They ended or wait as " + ends);
        // A handful may all end alike.
        if (CASES >= MANY) {
            assertThat(ends)
                    .as("cases of seed %d go different ways", seed)
                    .hasSizeGreaterThan(4)
                    .allSatisfy((where, cases) -> assertThat(cases).isLessThan(CASES * 2 / 3));
        }
    }

    private String whereItIs(String reference) {
        String outcome =
                jdbc.queryForObject("select outcome from referral where reference = ?", String.class, reference);
        return outcome != null
                ? outcome
                : instances(reference).stream()
                        .map(each -> each.getProcessDefinitionId().replaceAll(":.*", ""))
                        .filter(each -> !each.equals("referral"))
                        .sorted()
                        .findFirst()
                        .orElse("referral");
    }

    /** Instances that are open, and nobody has a task or a clock for them. */
    private List<String> waitsForNobody(String reference) {
        List<String> stuck = new ArrayList<>();
        for (ProcessInstance instance : instances(reference)) {
            boolean called = runtime.createProcessInstanceQuery()
                            .superProcessInstanceId(instance.getId())
                            .count()
                    > 0;
            long jobs = jdbc.queryForObject(
                    "select count(*) from act_ru_job where process_instance_id_ = ?", Long.class, instance.getId());
            List<Task> open =
                    tasks.createTaskQuery().processInstanceId(instance.getId()).list();
            if (!called && jobs == 0 && open.isEmpty()) {
                stuck.add(instance.getProcessDefinitionId() + " waits for nobody");
            }
            open.stream()
                    .filter(task -> task.getDueDate() == null)
                    .forEach(task -> stuck.add(task.getTaskDefinitionKey() + " has no clock"));
        }
        return stuck;
    }

    private List<String> openBehindAnEnd(String reference) {
        boolean ended = instances(reference).stream().noneMatch(each -> isOf(each, "referral"));
        return ended
                ? instances(reference).stream()
                        .filter(each -> OUTLIVE.stream().noneMatch(process -> isOf(each, process)))
                        .map(ProcessInstance::getProcessDefinitionId)
                        .toList()
                : List.of();
    }

    /** Who has an open stay occupies a place, and whose case has ended has none. */
    private List<String> placesThatDoNotAgree(String reference) {
        List<String> wrong = new ArrayList<>();
        long occupied = places(reference, "occupied");
        boolean stays = instances(reference).stream().anyMatch(each -> isOf(each, "stay"));
        boolean open = jdbc.queryForObject(
                "select outcome is null from referral where reference = ?", Boolean.class, reference);
        if (stays && occupied == 0) {
            wrong.add("she stays without a place");
        }
        if (!open && places(reference, "true") > 0) {
            wrong.add("the case has ended and has a place");
        }
        Long shelters = jdbc.queryForObject(
                "select count(distinct shelter) from allocation where reference = ? and occupied and released_at is null",
                Long.class,
                reference);
        if (shelters > 1) {
            wrong.add("she lives in two shelters");
        }
        return wrong;
    }

    private long places(String reference, String which) {
        return jdbc.queryForObject(
                "select count(*) from allocation where reference = ? and released_at is null and " + which,
                Long.class,
                reference);
    }

    private List<ProcessInstance> instances(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list();
    }

    private static boolean isOf(ProcessInstance instance, String process) {
        return instance.getProcessDefinitionId().startsWith(process + ":");
    }
}
