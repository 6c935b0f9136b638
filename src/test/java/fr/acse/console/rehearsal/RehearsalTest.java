package fr.acse.console.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.Login;
import fr.acse.platform.gate.Gate;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is refused before anything is rehearsed; WalkOfAnalystIT rehearses. */
@ProcessTest
class RehearsalTest {

    private static final Login ANALYST = new Login("analyst");

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void forget() {
        jdbc.update("delete from model_rehearsal");
    }

    @Test
    void filesThatBreakARuleAreNotRehearsed() {
        String text = new String(Gate.filesOfRelease().get("transfer.bpmn"), StandardCharsets.UTF_8);

        assertRefused(
                Map.of("transfer.bpmn", text.replace("#{appointEscortDelegate}", "#{runtime}")),
                "transfer.bpmn",
                "task_appointEscort");
    }

    @Test
    void aProposalThatBreaksARuleIsNotRehearsed() {
        UUID proposal = UUID.randomUUID();
        String text = new String(Gate.filesOfRelease().get("transfer.bpmn"), StandardCharsets.UTF_8);
        jdbc.update(
                "insert into model_proposal (id, name, changes, proposed_by, proposed_at, base, state)"
                        + " values (?, 'x', '[]', 'analyst', now(), 1, 'WAITING')",
                proposal);
        jdbc.update(
                "insert into model_file (proposal, name, content) values (?, 'transfer.bpmn', ?)",
                proposal,
                text.replace("#{appointEscortDelegate}", "#{runtime}").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> rehearsals.tryOut(proposal, new Login("supervisor")))
                .hasMessageContaining("task_appointEscort");
        assertThat(jdbc.queryForObject("select count(*) from model_rehearsal", Long.class))
                .isZero();
        jdbc.update("delete from model_file where proposal = ?", proposal);
        jdbc.update("delete from model_proposal where id = ?", proposal);
    }

    @Test
    void aScenarioWithAPathInItsNameIsRefused() {
        assertRefused(Map.of("../mine.yaml", "title: A"), "../mine.yaml", "Please rename the file");
    }

    @Test
    void aScenarioThatCannotBeReadIsRefused() {
        assertRefused(Map.of("mine.yaml", "title: A"), "mine.yaml", "steps");
    }

    @Test
    void oneIsRehearsedAtATime() {
        jdbc.update(
                "insert into model_rehearsal (id, name, asked_by, asked_at, set_number, stories, state)"
                        + " values (gen_random_uuid(), 'x', 'analyst', ?, 1, '{}', 'RUNNING')",
                Timestamp.from(TestTime.now()));

        assertRefused(
                Map.of("mine.yaml", "title: A\nsteps:\n- operator starts: referral"), "Another rehearsal is running");
    }

    @Test
    void aRehearsalWhoseNodeDiedHasFailedAndBlocksNobody() {
        jdbc.update(
                "insert into model_rehearsal (id, name, asked_by, asked_at, set_number, stories, state)"
                        + " values (gen_random_uuid(), 'dead', 'analyst', ?, 1, '{}', 'RUNNING')",
                Timestamp.from(TestTime.now().minus(Duration.ofHours(1))));

        assertThat(rehearsals.latest())
                .filteredOn(each -> each.name().equals("dead"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo("FAILED");
                    assertThat(each.reason()).contains("Please start it again");
                });
    }

    @Test
    void theStoriesWithWhichAChangeWasReleasedHoldFromThenOn() {
        String proposal = UUID.randomUUID().toString();
        jdbc.update(
                "insert into model_proposal (id, name, changes, proposed_by, proposed_at, state, decided_by, decided_at)"
                        + " values (?::uuid, 'x', '[]', 'analyst', now(), 'RELEASED', 'supervisor', now())",
                proposal);
        jdbc.update(
                "insert into model_rehearsal (id, name, proposal, asked_by, asked_at, set_number, stories, state)"
                        + " values (gen_random_uuid(), 'x', ?::uuid, 'analyst', now(), 1, '{\"minor.yaml\":\"title: Hers\"}', 'GREEN')",
                proposal);

        assertThat(rehearsals.ours()).containsEntry("minor.yaml", "title: Hers").containsKey("permit.yaml");
        jdbc.update("delete from model_proposal where id = ?::uuid", proposal);
    }

    private void assertRefused(Map<String, String> files, String... words) {
        var refusal = assertThatThrownBy(() -> rehearsals.tryOut(files, ANALYST));
        for (String each : words) {
            refusal.hasMessageContaining(each);
        }
    }
}
