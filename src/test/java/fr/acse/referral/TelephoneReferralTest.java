package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Visitors;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An association that nobody has registered telephones: she is helped at once, and the address waits until two people know who asks. */
@ProcessTest
class TelephoneReferralTest {

    private static int number;

    @Autowired
    Network network;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private String code;

    @BeforeEach
    void anAssociation() {
        code = "night" + ++number + "x";
    }

    @AfterEach
    void itsPersonIsGone() {
        identity.deleteUser("nights");
        jdbc.update("delete from former_login where login = 'nights'");
    }

    @Test
    void theCoordinationDoesItsStepsTheFortyEightHoursRunAndNoLocationLeavesBeforeItIsVetted() {
        String registration = propose();
        String reference = network.openByTelephone(code);

        network.complete(reference, "task_assessSituation", "coordinator", "childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_recordCommitment", "coordinator2");
        network.complete(reference, "task_submitRequest", "coordinator");
        assertThat(jdbc.queryForObject(
                        "select extract(epoch from due_at - submitted_at) / 3600 from orientation_request where reference = ?",
                        Double.class,
                        reference))
                .isCloseTo(48, within(0.01));
        network.propose(reference);
        network.complete(reference, "task_readAnswer", "coordinator");
        network.complete(
                reference,
                "task_agreeArrival",
                "coordinator",
                "arrivalDate",
                network.today().plusDays(1).toString(),
                "interviewDate",
                network.today().toString());
        network.complete(reference, "task_confirmAgreement", "shelter");
        network.complete(reference, "task_holdInterview", "shelter");
        assertThatThrownBy(() -> plan(reference, "coordinator")).hasMessageContaining("is not registered yet");

        network.complete(registration, "task_callBack", "coordinator2");
        network.complete(registration, "task_approveOrganisation", "coordinator2");
        aPersonOfIt();
        assertThat(network.task(reference, "task_planJourney")).isNotNull();
        plan(reference, "nights");
        assertThat(network.openTasks(reference)).contains("task_confirmEscort");
    }

    @Test
    void whatIsLeftForTheAssociationIsInItsOwnListAsSoonAsSomebodyThereCanLogIn() {
        propose();
        String reference = network.openByTelephone(code);
        assertThat(Visitors.call(port, "coordinator", "GET", "own:/cases/" + reference, null)
                        .body())
                .contains("correct-case");
        aPersonOfIt();
        network.complete(reference, "task_assessSituation", "nights", "childrenCount", 0, "babyCount", 0);
        assertThatThrownBy(() -> network.complete(reference, "task_recordCommitment", "coordinator"))
                .as("the coordination stands in only where nobody is")
                .isNotNull();
    }

    @Test
    void aCaseIsForAnAssociationThatIsKnownAndOnlyTheCoordinationNamesOne() {
        assertThatThrownBy(() -> network.openByTelephone("nobody"))
                .hasMessageContaining("Association that telephones: please choose it");
        assertThatThrownBy(() -> network.openByTelephone(null))
                .hasMessageContaining("Association that telephones: please choose it");
        assertThatThrownBy(() -> network.openReferral("forOrganisation", "bridge"))
                .hasMessageContaining("leave this empty");
        String registered = network.openByTelephone("bridge");
        network.complete(registered, "task_assessSituation", "operator2", "childrenCount", 0, "babyCount", 0);
    }

    @Test
    void theCoordinationChoosesAmongRegisteredAndProposedAssociations() {
        String list = "own:/drafts/start-referral";
        propose();

        assertThat(Visitors.call(port, "coordinator", "GET", list, null).body()).contains(code, "bridge");
        assertThat(Visitors.call(port, "operator", "GET", list, null).body()).doesNotContain(code, "bridge");
    }

    @Test
    void theCodeOfAnAssociationThatWasRefusedIsGivenToNobodyElse() {
        String registration = propose();
        network.openByTelephone(code);
        network.complete(registration, "task_callBack", "coordinator2", "callBack", "notConfirmed");
        assertThatThrownBy(this::propose).hasMessageContaining(code);
        assertThatThrownBy(() -> network.start(
                        "register-organisation", "register-organisation", "coordinator", "organisationCode", "s02"))
                .hasMessageContaining("s02");
    }

    private String propose() {
        return network.start("register-organisation", "register-organisation", "coordinator", "organisationCode", code);
    }

    private void plan(String reference, String person) {
        OffsetDateTime departure = network.today()
                .plusDays(1)
                .atTime(9, 0)
                .atZone(java.time.ZoneId.of("Europe/Paris"))
                .toOffsetDateTime();
        network.complete(
                reference,
                "task_planJourney",
                person,
                "escortIs",
                "me",
                "escortColleague",
                null,
                "departureAt",
                departure.toString(),
                "arrivalExpectedAt",
                departure.plus(Duration.ofHours(4)).toString());
    }

    private void aPersonOfIt() {
        User user = identity.newUser("nights");
        user.setFirstName("Nora");
        user.setLastName(code.toUpperCase(Locale.ROOT));
        user.setPassword("horse-battery-staple-cloud");
        identity.saveUser(user);
        if (identity.createGroupQuery().groupId("org-" + code).count() == 0) {
            identity.saveGroup(identity.newGroup("org-" + code));
        }
        identity.createMembership("nights", "operators");
        identity.createMembership("nights", "org-" + code);
    }
}
