package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.ProcessTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst's slip of the pen in the table of criteria is told her when she deploys it, not the coordination when it searches. */
@ProcessTest
class CriteriaTrialTest {

    private static final String FILE = "shelter-criteria.dmn";

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>languageSpoken</text> | <text>langaugeSpoken</text> | the table uses the unknown names langaugeSpoken.",
                "id=\"entry_6_6\"><text>false | id=\"entry_6_6\"><text>fals | the table uses the unknown names fals.",
                "<text>languageSpoken</text> | <text>languageSpoken and (</text> | cannot be evaluated",
                "id=\"entry_6_6\"><text>false | id=\"entry_6_6\"><text>(false | cannot be evaluated",
                "id=\"effect_6\"><text>\"leavesOut\" | id=\"effect_6\"><text>\"rankLower\" | has the effect “rankLower”",
                "id=\"criterion_6\"><text>\"language\" | id=\"criterion_6\"><text> | names no criterion"
            })
    void aTableThatCannotDoItsWorkIsNotDeployed(String is, String becomes, String message) throws IOException {
        String edited = table().replace(is, becomes);
        assertThat(edited).isNotEqualTo(table());
        long before = versions();

        assertThatThrownBy(() -> deploy(edited)).hasMessageContaining(message);

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void whatIsNoTableIsNotDeployedInItsPlace() throws IOException {
        String expression = table().replaceFirst(
                        "(?s)<decisionTable.*</decisionTable>",
                        "<variable name='x'/><literalExpression><text>true</text></literalExpression>");

        assertThatThrownBy(() -> deploy(expression)).hasMessageContaining("is no decision table");
    }

    @Test
    void aTableThatAsksWhatItMayAskIsDeployed() throws IOException {
        long before = versions();
        Deployment deployed = deploy(table().replace(
                        "<text>languageSpoken</text>",
                        "<text>languageSpoken or (childrenCount = 0 and maxChildAge &gt; 3)</text>"));
        try {
            assertThat(versions()).isEqualTo(before + 1);
        } finally {
            repository.deleteDeployment(deployed.getId());
        }
    }

    private Deployment deploy(String table) {
        return repository.createDeployment().addString(FILE, table).deploy();
    }

    private long versions() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("shelter-criteria")
                .count();
    }

    private static String table() throws IOException {
        try (InputStream dmn = CriteriaTrialTest.class.getResourceAsStream("/processes/" + FILE)) {
            return new String(dmn.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
