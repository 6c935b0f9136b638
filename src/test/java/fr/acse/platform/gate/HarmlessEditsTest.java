package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.Walk;
import fr.acse.models.PathRecorder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases that begin after an analyst's harmless edits run through every place that she changed. */
@ProcessTest
class HarmlessEditsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Network network;

    @Autowired
    Walk walk;

    @Autowired
    ManagementService management;

    @Autowired
    PathRecorder recorder;

    @Autowired
    Clock clock;

    private final Map<String, byte[]> changed = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({"harmless.txt,40,lastingTitle", "harmless-2.txt,15,groundGone"})
    void newCasesRunThroughEveryChangedPlace(String list, int atLeast, String titleGoesOn) {
        Set<String> mustBePassed = new TreeSet<>();
        Map<String, byte[]> all = new TreeMap<>(TheGate.RELEASE);
        for (Edit edit : Edit.in(list)) {
            Map<String, byte[]> files = edit.files(all);
            all.putAll(files);
            changed.putAll(files);
            mustBePassed.addAll(edit.passes());
        }
        deploy();

        Set<String> passed = recorder.during(() -> {
            go(network::openReferral, Map.of("titleGoesOn", titleGoesOn));
            go(network::openReferral, Map.of("stay", "goesOn", "complaint", "notYet", "proceedings", "acquittal"));
            go(
                    () -> {
                        String inDanger = network.requested();
                        network.report(inDanger, "dangerRose", "operator");
                        return inDanger;
                    },
                    Map.of("askHow", "none", "withoutShelterDecision", "refuse", "refusalMotive", "noCapacity"));
        });

        assertThat(mustBePassed).hasSizeGreaterThan(atLeast);
        assertThat(mustBePassed.stream().filter(element -> !passed.contains(element)))
                .isEmpty();
    }

    private void deploy() {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("harmless");
        changed.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    /** A case to its end; the first time that a question is asked it is answered as given, then as somebody in a hurry does. */
    private void go(Supplier<String> begun, Map<String, Object> answers) {
        // Otherwise she would come after the months of the case before.
        TestTime.begin();
        String reference = begun.get();
        Map<String, Object> left = new HashMap<>(answers);
        walk.go(reference, new Walk.Steps() {
            @Override
            public boolean complete(Task task, String login) {
                Map<String, Object> values = FormAnswers.of(form(task), clock, Map.of());
                Set<String> given = new TreeSet<>(left.keySet());
                given.retainAll(keys(form(task)));
                given.forEach(name -> values.put(name, left.get(name)));
                network.as(login, () -> {
                    engine.getFormService().submitTaskForm(task.getId(), values);
                    return null;
                });
                left.keySet().removeAll(given);
                return true;
            }

            @Override
            public void execute(Job job, String element) {
                management.executeJob(job.getId());
            }
        });
    }

    private static Set<String> keys(JsonNode form) {
        Set<String> keys = new TreeSet<>();
        form.path("components").forEach(field -> keys.add(field.path("key").asText()));
        return keys;
    }

    private JsonNode form(Task task) {
        String form = task.getCamundaFormRef().getKey();
        try {
            byte[] own = changed.get(form + ".form");
            return own == null ? FormAnswers.drawn(form) : new ObjectMapper().readTree(own);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
