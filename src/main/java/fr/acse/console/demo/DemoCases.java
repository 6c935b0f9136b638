package fr.acse.console.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.console.rehearsal.FilledForm;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.identity.People;
import fr.acse.platform.start.DemoProfile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Creates running cases at all stages from {@code demo-cases.json}. Demo people complete the real tasks, and the times are moved back. A
 * background thread creates the cases after the start of the application, if the database has no case.
 */
@Component
@Profile(DemoProfile.NAME)
@ConditionalOnProperty("acse.demo.cases")
class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
    private static final int MOST_TASKS = 100;
    private static final int MOST_JOBS = 20;
    private static final Duration A_STEP = Duration.ofSeconds(20);

    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService models;
    private final ManagementService management;
    private final IdentityService identity;
    private final People people;
    private final DatedBack datedBack;
    private final FilledForm filled;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private volatile boolean ends;
    private Thread maker;

    DemoCases(
            ProcessEngine engine,
            People people,
            DatedBack datedBack,
            CommonChoices choices,
            Clock clock,
            JdbcTemplate jdbc,
            ObjectMapper json) {
        this.forms = engine.getFormService();
        this.tasks = engine.getTaskService();
        this.models = engine.getRepositoryService();
        this.management = engine.getManagementService();
        this.identity = engine.getIdentityService();
        this.people = people;
        this.datedBack = datedBack;
        this.filled = new FilledForm(choices, clock);
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeInTheBackground() {
        if (jdbc.queryForList("select 1 from referral limit 1").isEmpty()) {
            maker = new Thread(this::make, "demo-cases");
            maker.setDaemon(true);
            maker.start();
        }
    }

    /** Waits up to 20 seconds for the current step, while the beans that the step needs still exist. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        ends = true;
        if (maker != null) {
            maker.join(A_STEP.toMillis());
        }
    }

    /** Creates the demo cases. If a step of one case fails, that case stays incomplete, and the next case follows. */
    void make() {
        for (JsonNode story : stories()) {
            if (ends) {
                return;
            }
            try {
                play(story);
            } catch (RuntimeException | IOException wrong) {
                LOG.warn("The demo case \"{}\" stops: {}", story.path("title").asText(), wrong.getMessage());
            }
        }
        LOG.info("The demo cases are there");
    }

    private JsonNode stories() {
        try {
            return json.readTree(new ClassPathResource("demo-cases.json").getInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void play(JsonNode story) throws IOException {
        String reference = null;
        for (JsonNode step : story.path("steps")) {
            if (ends) {
                return;
            }
            String who = step.path("who").asText();
            Map<String, Object> with = step.has("with")
                    ? json.convertValue(step.path("with"), new TypeReference<HashMap<String, Object>>() {})
                    : new HashMap<>();
            if (step.has("back")) {
                datedBack.by(time(step.path("back").asText()), new CaseReference(reference));
            } else if (step.has("starts")) {
                String begun = start(who, step.path("starts").asText(), with, reference);
                reference = reference == null ? begun : reference;
            } else {
                complete(who, step.path("does").asText(), with, reference, step.has("if"));
            }
            runJobs(reference);
        }
    }

    private String start(String who, String process, Map<String, Object> with, String reference) {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(who, () -> {
            JsonNode form = read(forms.getDeployedStartForm(definition));
            if (reference != null) {
                with.put("caseReference", reference);
            }
            return forms.submitStartForm(definition, filled.of(form, with)).getBusinessKey();
        });
    }

    private void complete(String who, String step, Map<String, Object> with, String reference, boolean onlyIfOpen) {
        List<Task> open = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(step)
                .listPage(0, MOST_TASKS)
                .stream()
                .filter(task -> as(
                        who, () -> tasks.createTaskQuery().taskId(task.getId()).count() == 1))
                .toList();
        if (open.isEmpty()) {
            if (onlyIfOpen) {
                return;
            }
            throw new IllegalStateException(step + " is not open for " + who);
        }
        as(who, () -> {
            forms.submitTaskForm(
                    open.get(0).getId(),
                    filled.of(read(forms.getDeployedTaskForm(open.get(0).getId())), with));
            return null;
        });
    }

    /** Runs the due jobs of a case. Another node may run the same job at the same moment. */
    private void runJobs(String reference) {
        for (int round = 0; round < MOST_JOBS; round++) {
            List<String> due = jdbc.queryForList(
                    "select j.id from engine_job j join engine_instance i on i.id = j.instance"
                            + " where i.reference = ? and j.due_at <= now() and j.retries > 0 order by j.due_at",
                    String.class,
                    reference);
            if (due.isEmpty()) {
                return;
            }
            due.forEach(this::run);
        }
    }

    private void run(String job) {
        try {
            management.executeJob(job);
        } catch (ProcessEngineException elsewhere) {
            LOG.debug("A job of a demo case runs elsewhere");
        }
    }

    /** Parses a duration such as PT5H or P12D. */
    private static Duration time(String text) {
        return Duration.parse(text);
    }

    private <T> T as(String who, Callable<T> action) {
        identity.setAuthentication(who, List.copyOf(people.groupsOf(new Login(who))));
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    private JsonNode read(InputStream form) throws IOException {
        try (form) {
            return json.readTree(form);
        }
    }
}
