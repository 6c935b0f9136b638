package fr.acse.platform.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.start.StartFailure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.application.AbstractProcessApplication;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A release of the software starts over models that an analyst has changed, and what is replaced leaves the engine in time. */
@ProcessTest
class NewReleaseTest {

    private static final Map<String, byte[]> OURS = Gate.filesOfRelease();

    @Autowired
    RepositoryService repository;

    @Autowired
    AbstractProcessApplication application;

    @Autowired
    ModelSets sets;

    @Autowired
    OldSets oldSets;

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void forgetTheRelease() {
        jdbc.update("delete from model_release where brought_at > (select min(brought_at) from model_release)");
    }

    @Test
    void theStartStopsAndNamesTheFileThatBothChangedAndChangesNothing() {
        analystSends("transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan her journey\"");

        assertThatThrownBy(() -> releaseBrings("transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan it\""))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("transfer.bpmn")
                .hasMessageContaining("acse.deployment.prefer");

        assertThat(sets.latest().get(0).number()).isEqualTo(2);
        assertThat(nameOfTask("transfer", "task_planJourney")).isEqualTo("Plan her journey");
    }

    @Test
    void whatOnlyOneSideChangedIsInTheSetOfBoth() {
        analystSends("transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan her journey\"");

        releaseBrings("stay.bpmn", "name=\"Follow the stay\"", "name=\"Follow her stay\"");

        assertThat(sets.latest().get(0).origin()).isEqualTo("RELEASE");
        assertThat(nameOfTask("transfer", "task_planJourney")).isEqualTo("Plan her journey");
        assertThat(nameOfTask("stay", "task_followUp")).isEqualTo("Follow her stay");
    }

    @Test
    void whatNoCaseNeedsLeavesTheEngineAndCanStillBeMadeCurrentAgain() {
        network.openReferral();
        analystSends("transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan her journey\"");
        analystSends("transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan this journey\"");
        String running = network.openReferral();
        analystSends("transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan that journey\"");

        oldSets.remove();
        assertThat(deployments()).as("replaced just now").isEqualTo(4);
        jdbc.update("update model_set set made_at = made_at - interval '91 days'");
        oldSets.remove();

        assertThat(deployments()).as("unused: set 2").isEqualTo(3);
        assertThat(network.openTasks(running)).containsExactly("task_assessSituation");
        sets.makeCurrentAgain(2);
        assertThat(nameOfTask("transfer", "task_planJourney")).isEqualTo("Plan her journey");
    }

    private int deployments() {
        return jdbc.queryForObject(
                "select count(*) from model_set s join act_re_deployment d on d.id_ = s.deployment", Integer.class);
    }

    private String nameOfTask(String process, String task) {
        return repository
                .getBpmnModelInstance(network.definition(process).getId())
                .getModelElementById(task)
                .getAttributeValue("name");
    }

    private void analystSends(String file, String before, String after) {
        DeploymentBuilder sent = repository.createDeployment().name("hers");
        sent.addInputStream(file, new ByteArrayInputStream(changed(file, before, after)));
        sent.deploy();
    }

    private void releaseBrings(String file, String before, String after) {
        Map<String, byte[]> files = new TreeMap<>(OURS);
        files.put(file, changed(file, before, after));
        DeploymentBuilder brought =
                repository.createDeployment(application.getReference()).name("acse-referral");
        files.forEach((name, content) -> brought.addInputStream(name, new ByteArrayInputStream(content)));
        brought.deploy();
    }

    private static byte[] changed(String file, String before, String after) {
        String text = new String(OURS.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return text.replace(before, after).getBytes(StandardCharsets.UTF_8);
    }
}
