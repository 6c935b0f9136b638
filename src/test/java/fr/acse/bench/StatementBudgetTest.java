package fr.acse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The most statements that each step of a whole case takes: exactly as many as the committed budget says. How often a clock comes, and after
 * which step, depends on the calendar; what it takes does not. {@code -Dupdate} writes the budget anew; a step that takes more wants a reason.
 */
@ProcessTest
class StatementBudgetTest {

    private static final Path BUDGET = Path.of("src/test/resources/statements.txt");

    @Autowired
    Network network;

    @Autowired
    Walk walk;

    @Autowired
    ManagementService management;

    @AfterEach
    void stopCounting() {
        CountedStatements.end();
    }

    @Test
    void eachStepCostsWhatTheBudgetSays() throws IOException {
        // What is read once only, such as models and forms, has been read.
        go();

        List<String> budget = go().entrySet().stream()
                .map(step -> String.format("%s %3d", step.getKey(), step.getValue()))
                .toList();

        if (System.getProperty("update") != null) {
            Files.write(BUDGET, budget);
        }
        assertThat(budget).isEqualTo(Files.readAllLines(BUDGET));
    }

    private Map<String, Long> go() {
        TestTime.begin();
        Map<String, Long> cost = new TreeMap<>();
        CountedStatements.begin();
        String reference = network.start(
                "referral",
                "open-referral",
                "operator",
                "sealed_lastName",
                "Unknown " + UUID.randomUUID(),
                "forOrganisation",
                null);
        note(cost, "referral", "(start)");
        walk.go(reference, new Walk.Steps() {
            @Override
            public boolean complete(Task task, String login) {
                CountedStatements.begin();
                network.completeTask(task, login);
                note(cost, task.getProcessDefinitionId(), task.getTaskDefinitionKey());
                return true;
            }

            @Override
            public void execute(Job job, String element) {
                CountedStatements.begin();
                management.executeJob(job.getId());
                note(cost, job.getProcessDefinitionKey(), element);
            }
        });
        return cost;
    }

    private static void note(Map<String, Long> cost, String process, String step) {
        cost.merge(
                String.format("%-18s %-28s", process.replaceAll(":.*", ""), step), CountedStatements.end(), Math::max);
    }
}
