package fr.acse.platform.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.platform.gate.Gate;
import fr.acse.platform.sets.ModelProposals.Proposal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two proposals at once, and one that is sent twice. */
@ProcessTest
class ProposalsTest {

    private static final Login ANALYST = new Login("analyst");
    private static final Login SUPERVISOR = new Login("supervisor");
    private static final String CLOCK = "P1M</bpmn:timeDuration>";

    @Autowired
    ModelProposals proposals;

    @Autowired
    StoredSets sets;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        jdbc.update("delete from model_file");
        jdbc.update("delete from model_proposal");
    }

    @Test
    void aProposalThatWouldUndoWhatWasReleasedMeanwhileIsNotReleased() {
        proposals.keep(
                "other words", changed("stay.bpmn", "name=\"A month later\"", "name=\"In a month\""), null, ANALYST);
        proposals.keep("two weeks", changed("stay.bpmn", CLOCK, "P14D</bpmn:timeDuration>"), null, ANALYST);
        release("two weeks");

        assertThatThrownBy(() -> release("other words"))
                .hasMessageContaining("stay.bpmn")
                .hasMessageContaining("would undo");
        assertThat(sets.latest().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aProposalOfAnotherFileIsReleasedAfterwards() {
        proposals.keep(
                "words", changed("transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan it\""), null, ANALYST);
        proposals.keep("two weeks", changed("stay.bpmn", CLOCK, "P14D</bpmn:timeDuration>"), null, ANALYST);
        release("two weeks");
        release("words");

        assertThat(new String(sets.current().byName().get("stay.bpmn"), StandardCharsets.UTF_8))
                .contains("P14D");
        assertThat(new String(sets.current().byName().get("transfer.bpmn"), StandardCharsets.UTF_8))
                .contains("Plan it");
    }

    @Test
    void whatIsSentTwiceWaitsOnce() {
        Files files = changed("stay.bpmn", CLOCK, "P14D</bpmn:timeDuration>");
        proposals.keep("two weeks", files, null, ANALYST);
        proposals.keep("two weeks", files, null, ANALYST);

        assertThat(waiting()).hasSize(1);
    }

    private void release(String name) {
        Proposal proposal = waiting().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        proposals.release(proposal.id(), sets.latest().orElseThrow().number(), SUPERVISOR);
    }

    private List<Proposal> waiting() {
        return proposals.latest().stream()
                .filter(each -> each.state().equals("WAITING"))
                .toList();
    }

    private static Files changed(String file, String before, String after) {
        String text = new String(Gate.filesOfRelease().get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return new Files(Map.of(file, text.replace(before, after).getBytes(StandardCharsets.UTF_8)));
    }
}
