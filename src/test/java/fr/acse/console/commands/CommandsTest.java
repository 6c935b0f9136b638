package fr.acse.console.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import fr.acse.platform.start.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an administrator of the machine orders; {@code CommandLineIT} gives the orders in processes of their own. */
@ProcessTest
class CommandsTest {

    @Autowired
    Network network;

    @Autowired
    List<Command> commands;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void whoKnewSaysWhoReadWhichFieldsOfACase() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        assertThat(run("who-knew", reference).words()).contains("Nobody has read values of " + reference);

        network.seen(reference, "task_assessSituation", "operator", "sealed_firstName");

        assertThat(run("who-knew", reference).words())
                .contains("operator", "sealed_firstName")
                .doesNotContain("Anna");
        assertThat(run("who-knew", reference, "sealed_story").words()).contains("Nobody has read values");
        String registration = network.start(
                "register-shelter", "register-shelter", "coordinator", "shelterCode", "s79", "departmentCode", "75");
        network.complete(registration, "task_approveShelter", "coordinator2");
        jdbc.update("update place set in_service = false where shelter = 's79'");
        assertThat(run("who-knew", "s79").words()).contains("Nobody has read values of s79");
        assertThat(run("who-knew").well()).isFalse();
        assertThatThrownBy(() -> run("who-knew", "ACSE-0000-0001"))
                .as("a slip must not look like an answer")
                .hasMessageContaining("no case is called \"ACSE-0000-0001\"");
    }

    @Test
    void afterTheKeysAreWrappedAnewEverythingIsReadAsBefore() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        Door operator = Door.web(port, "operator");
        operator.call("PUT", "own:/drafts/start-referral", "{\"sealed_lastName\":\"Ivanova\"}");

        assertThat(run("rewrap-keys").words()).contains("All is wrapped by the first key");

        assertThat(network.seen(reference, "task_assessSituation", "operator", "sealed_firstName"))
                .isEqualTo("Anna");
        assertThat(operator.call("GET", "own:/drafts/start-referral", null).body())
                .contains("Ivanova");
        operator.call("DELETE", "own:/drafts/start-referral", null);
    }

    private Command.Result run(String command, String... arguments) {
        return commands.stream()
                .filter(each -> each.name().equals(command))
                .findFirst()
                .orElseThrow()
                .run(List.of(arguments));
    }
}
