package fr.acse;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acse.platform.form.CommonChoices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Plays one case as chance has it: any of its tasks, by anybody who may do it, with any answers; reports; and time that passes. */
@TestComponent
public class RandomCase {

    private static final List<String> STAFF = List.of(
            "operator",
            "operator2",
            "coordinator",
            "coordinator2",
            "shelter",
            "shelter2",
            "shelter3",
            "finance",
            "finance2",
            "supervisor");

    /** What somebody may start for a case at any time: its process, its form, and the question with its kinds. */
    private static final Map<String, String> STARTS = new LinkedHashMap<>(Map.of(
            "case-event",
            "report-event",
            "leaving",
            "propose-leaving",
            "replace-escort",
            "replace-escort",
            "health-emergency",
            "report-emergency",
            "household-change",
            "change-household"));

    private static final int REPORT_PERCENT = 6;
    private static final int OTHER_PERCENT = 15;
    private static final int TIME_PERCENT = 25;
    private static final CommonChoices COMMON = new CommonChoices();

    private final Network network;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    RandomCase(Network network, TaskService tasks, RuntimeService runtime, ManagementService management, Clock clock) {
        this.network = network;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    /** @param most how many things happen at most */
    public String play(Random random, int most) {
        String reference = network.openReferral();
        for (int step = 0; step < most && !network.isClosed(reference); step++) {
            int chance = random.nextInt(100);
            if (chance < REPORT_PERCENT) {
                report(reference, random);
            } else if (chance < REPORT_PERCENT + TIME_PERCENT || !anyTask(reference, random)) {
                nextClock(reference);
            }
        }
        return reference;
    }

    private boolean anyTask(String reference, Random random) {
        List<Task> open = new ArrayList<>(tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .initializeFormKeys()
                .list());
        open.sort(Comparator.comparing(Task::getTaskDefinitionKey));
        Collections.shuffle(open, random);
        List<String> staff = new ArrayList<>(STAFF);
        Collections.shuffle(staff, random);
        for (Task task : open) {
            for (String person : staff) {
                if (network.as(person, () -> network.sees(task))
                        && tries(() -> network.completeTask(task, person, answers(task, person, random)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void report(String reference, Random random) {
        List<String> processes = STARTS.keySet().stream().sorted().toList();
        String process = processes.get(random.nextInt(processes.size()));
        String form = STARTS.get(process);
        Map<String, Object> answers = answers(form, random);
        answers.put("caseReference", reference);
        tries(() -> network.start(process, form, STAFF.get(random.nextInt(STAFF.size())), asPairs(answers)));
    }

    /** What chance does may be refused; then nothing has happened. */
    private static boolean tries(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    /** Besides, what is chosen from a list that the case offers, such as shelters by name. */
    private Object[] answers(Task task, String person, Random random) {
        String form = task.getCamundaFormRef().getKey();
        Map<String, Object> given = answers(form, random);
        for (JsonNode field : FormAnswers.drawn(form).path("components")) {
            String offered = field.path("valuesKey").asText();
            if (field.path("type").asText().equals("taglist")
                    && COMMON.of(offered).isEmpty()
                    && (!field.has("conditional") || FormAnswers.isShown(field, given))) {
                String some = network.offered(task, person, offered).stream()
                        .filter(each -> random.nextBoolean())
                        .map(each -> '"' + each + '"')
                        .collect(Collectors.joining(",", "[", "]"));
                given.put(field.path("key").asText(), some);
            }
        }
        return asPairs(given);
    }

    /** For every choice any of its options; mostly one that moves the case forward, so that cases come far. */
    private static Map<String, Object> answers(String form, Random random) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (JsonNode field : FormAnswers.drawn(form).path("components")) {
            List<String> options = new ArrayList<>();
            field.path("values").forEach(each -> options.add(each.path("value").asText()));
            boolean chosen = !options.isEmpty()
                    && !field.path("readonly").asBoolean()
                    && (!field.has("conditional") || FormAnswers.isShown(field, pairs))
                    && COMMON.of(field.path("valuesKey").asText()).isEmpty();
            if (chosen && random.nextInt(100) < OTHER_PERCENT) {
                pairs.put(field.path("key").asText(), options.get(random.nextInt(options.size())));
            }
        }
        return pairs;
    }

    private static Object[] asPairs(Map<String, Object> answers) {
        return answers.entrySet().stream()
                .flatMap(pair -> Stream.of(pair.getKey(), pair.getValue()))
                .toArray();
    }

    /** The next clock of the case runs out. */
    private void nextClock(String reference) {
        Job next = jobs(reference).stream()
                .filter(job -> job.getDuedate() != null)
                .min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId))
                .orElse(null);
        if (next == null) {
            network.pass(reference, Duration.ofHours(6));
            return;
        }
        Instant due = next.getDuedate().toInstant();
        network.pass(
                reference,
                due.isAfter(clock.instant()) ? Duration.between(clock.instant(), due) : Duration.ofMillis(1));
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusMillis(1)));
    }

    private List<Job> jobs(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }
}
