package fr.acse.console.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.console.models.MigrationPlanning.Landing;
import fr.acse.console.models.MigrationPlanning.Plan;
import fr.acse.platform.door.Door;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.gate.LookAtModels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Running cases are moved to the current version of their process, and their clocks keep their due time. */
@ProcessTest
class MigrationTest {

    private static final Login SUPERVISOR = new Login("supervisor");

    @LocalServerPort
    int port;

    @Autowired
    MigrationPlanning planning;

    @Autowired
    Migrations migrations;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    FormService forms;

    @Autowired
    Network network;

    @Test
    void aCaseIsMovedItsClockKeepsItsTimeAndItGoesOnInTheNewVersion() {
        String reference = network.requested();
        int before = network.definition("orientation").getVersion();
        Date due = reminderOf(reference);
        deploy("orientation.bpmn", "PT24H</bpmn:timeDuration>", "PT12H</bpmn:timeDuration>");

        Plan plan = planning.plan("orientation", before);
        Landing landing = plan.landings().stream()
                .filter(each -> each.element().equals("task_chooseShelters"))
                .findFirst()
                .orElseThrow();
        assertThat(landing.to()).isEqualTo("Choose the shelters to ask");
        assertThat(landing.references()).contains(reference);
        UUID id = migrations.begin("orientation", before, before + 1, SUPERVISOR);
        Migrations.Record record = ended(id);

        assertThat(record.moved()).isPositive();
        assertThat(record.to()).isEqualTo(before + 1);
        assertThat(versionOf(reference)).isEqualTo(before + 1);
        assertThat(reminderOf(reference)).as("the clock").isEqualTo(due);
        network.pass(reference, Duration.ofHours(25));
        assertThat(network.openTasks(reference)).contains("task_seeToRequest", "task_chooseShelters");
        network.propose(reference);
        assertThat(network.openTasks(reference)).contains("task_readAnswer");
    }

    @Test
    void aClockThatHasFiredDoesNotBeginAgain() {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(50));
        List<String> openBefore = network.openTasks(reference);
        int before = network.definition("orientation").getVersion();
        deploy("orientation.bpmn", "name=\"Choose the shelters to ask\"", "name=\"Choose whom to ask\"");

        assertThat(ended(migrations.begin("orientation", before, before + 1, SUPERVISOR))
                        .moved())
                .isPositive();

        assertThat(versionOf(reference)).isEqualTo(before + 1);
        assertThat(clocks(reference)).as("clocks of the request").isEmpty();
        network.pass(reference, Duration.ofHours(60));
        assertThat(network.openTasks(reference)).isEqualTo(openBefore);
        network.propose(reference, "lateReason", "noPlaceFound");
        assertThat(network.openTasks(reference)).contains("task_readAnswer");
    }

    @Test
    void aPlanThatSomebodyHasMadeOldMeanwhileIsNotCarriedOut() {
        network.requested();
        int before = network.definition("orientation").getVersion();
        deploy("orientation.bpmn", "PT24H</bpmn:timeDuration>", "PT12H</bpmn:timeDuration>");

        assertThatThrownBy(() -> migrations.begin("orientation", before, before + 2, SUPERVISOR))
                .hasMessageContaining("deployed meanwhile");
    }

    @Test
    void behindAnotherForkOrAnUnaskedQuestionNobodyIsMoved() {
        String arrived = network.arrived();
        int before = network.definition("stay").getVersion();
        send(LookAtModels.harmless("A new task with a form of its own", "A choice that an own question decides"));

        Plan plan = planning.plan("stay", before);

        assertThat(plan.movable()).isEmpty();
        assertThat(plan.landings())
                .allSatisfy(landing -> assertThat(landing.why()).contains("never asked: welcomeHow"))
                .anySatisfy(landing -> assertThat(landing.references()).contains(arrived));
    }

    @Test
    void analystsSeeHowManyAndSupervisorsWhich() {
        String reference = network.requested();
        int before = network.definition("orientation").getVersion();
        deploy("orientation.bpmn", "PT24H</bpmn:timeDuration>", "PT12H</bpmn:timeDuration>");
        String path = "own:/models/migrations/orientation/" + before;

        String ofAnalyst = Door.web(port, "analyst").call("GET", path, null).body();
        String ofSupervisor =
                Door.web(port, "supervisor").call("GET", path, null).body();
        assertThat(ofAnalyst).contains("Choose the shelters to ask").doesNotContain(reference);
        assertThat(ofSupervisor).contains(reference);
        assertThat(Door.web(port, "analyst")
                        .call("POST", path, "{\"to\":" + (before + 1) + "}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Door.web(port, "supervisor")
                        .call("POST", path, "{\"to\":" + (before + 1) + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCaseThatStandsWhereNothingIsInTheCurrentVersionStaysAndThePlanSaysWhy() {
        send(LookAtModels.harmless("A new task with a form of its own"));
        String reference = network.arrived();
        int before = network.definition("stay").getVersion();
        String other = network.arrived();
        welcome(other);
        send(Map.of("stay.bpmn", Gate.filesOfRelease().get("stay.bpmn")));

        Plan plan = planning.plan("stay", before);
        assertThat(plan.landings())
                .anySatisfy(landing -> {
                    assertThat(landing.from()).isEqualTo("Welcome her");
                    assertThat(landing.to()).isNull();
                    assertThat(landing.why()).isEqualTo("The current version has no such step.");
                    assertThat(landing.references()).containsExactly(reference);
                })
                .anySatisfy(landing -> assertThat(landing.references()).containsExactly(other));
        assertThat(plan.movable()).hasSize(1);
        Migrations.Record record = ended(migrations.begin("stay", before, before + 1, SUPERVISOR));

        assertThat(record.moved()).isEqualTo(1);
        assertThat(record.stayed()).isEqualTo(1);
        assertThat(versionOf(other, "stay")).isEqualTo(before + 1);
        assertThat(versionOf(reference, "stay")).isEqualTo(before);
        welcome(reference);
        network.leave(reference, "shelter");
    }

    @Test
    void whatIsInTheCurrentVersionIsNotMoved() {
        int version = network.definition("referral").getVersion();

        assertThatThrownBy(() -> planning.plan("referral", version)).hasMessageContaining("current version already");
        assertThatThrownBy(() -> planning.plan("nothing", 1)).hasMessageContaining("Nothing was found");
    }

    private Migrations.Record ended(UUID id) {
        return Awaitility.await("all cases are moved")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> migrations.latest().stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        record -> record.endedAt() != null);
    }

    private void welcome(String reference) {
        String task = network.task(reference, "task_welcomeHer").getId();
        network.as("shelter", () -> {
            forms.submitTaskForm(task, Map.of("welcomeHow", "workedOn"));
            return null;
        });
    }

    private int versionOf(String reference) {
        return versionOf(reference, "orientation");
    }

    private int versionOf(String reference, String process) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey(process)
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    private Date reminderOf(String reference) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("orientation")
                .singleResult()
                .getId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("timer_firstReminder")
                .singleResult()
                .getDuedate();
    }

    private List<String> clocks(String reference) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("orientation")
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(Job::getId)
                .toList();
    }

    private void deploy(String file, String before, String after) {
        String text = new String(Gate.filesOfRelease().get(file), StandardCharsets.UTF_8);
        send(Map.of(file, text.replaceFirst(before, after).getBytes(StandardCharsets.UTF_8)));
    }

    private void send(Map<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment().name("changed");
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }
}
