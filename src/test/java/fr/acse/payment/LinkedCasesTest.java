package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import fr.acse.referral.SameWomen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two cases of one woman: what the link of them brings, and what happens when it was wrong. */
@ProcessTest
class LinkedCasesTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    SameWomen sameWomen;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private String first;
    private String second;

    @BeforeEach
    void twoCasesOfOneName() {
        String name = "Linked " + System.nanoTime();
        first = arrivedAs(name, "dangerDepartment", "31");
        network.payAllowance(first);
        network.leave(first, "shelter");
        second = arrivedAs(name, "dangerDepartment", "13");
    }

    @Test
    void whomSheMustNotMeetThenSheDoesNotMeetNow() {
        String recruiter = network.requested(ALONE);
        network.start("keep-apart", "keep-apart", "coordinator", "caseReference", first, "otherReference", recruiter);
        assertThat(leftOut(recruiter)).doesNotContain("whom she must not meet");

        link();

        assertThat(leftOut(recruiter)).contains("whom she must not meet");
        assertThatThrownBy(() -> network.ask(recruiter, "s01")).hasMessageContaining("s01 does not fit");
    }

    @Test
    void whereTheDangerWasThenSheIsNotShelteredNow() {
        String name = "Linked " + System.nanoTime();
        first = arrivedAs(name, "dangerDepartment", "59");
        network.leave(first, "shelter");
        second = arrivedAs(name, "dangerDepartment", "13");
        link();

        network.report(second, "relocationNeeded", "coordinator");

        assertThat(leftOut(second)).contains("\"s04\",\"why\":\"In a department to avoid");
        assertThatThrownBy(() -> network.ask(second, "s04")).hasMessageContaining("s04 does not fit");
    }

    @Test
    void aLinkThatShowsThatSheLivesWithHerAsksToSeparateThem() {
        String recruiter = network.arrived(ALONE);
        network.start("keep-apart", "keep-apart", "coordinator", "caseReference", first, "otherReference", recruiter);
        assertThat(network.openTasks(first)).as("she left").doesNotContain("task_separate");

        link();

        assertThat(network.openTasks(second)).contains("task_separate");
        network.complete(second, "task_separate", "coordinator", "separation", "other");
        assertThat(network.openTasks(recruiter)).contains("task_chooseShelters");
    }

    @Test
    void whoIsToBeSeparatedAlreadyIsNotAskedForAgainByALink() {
        String recruiter = network.arrived(ALONE);
        network.start("keep-apart", "keep-apart", "coordinator", "caseReference", recruiter, "otherReference", second);
        network.start("keep-apart", "keep-apart", "coordinator", "caseReference", first, "otherReference", recruiter);
        assertThat(network.openTasks(recruiter)).contains("task_separate");

        link();

        assertThat(network.openTasks(second)).doesNotContain("task_separate");
    }

    @Test
    void theCoordinationSeesTheOtherCaseAndHowItEndedAndNobodyElseDoes() {
        link();

        assertThat(Visitors.call(port, "coordinator", "GET", "own:/cases/" + second, null)
                        .body())
                .contains("\"linked\":[{\"reference\":\"" + first);
        for (String person : new String[] {"operator", "shelter"}) {
            assertThat(Visitors.call(port, person, "GET", "own:/cases/" + second, null)
                            .body())
                    .as(person)
                    .contains(second)
                    .doesNotContain(first);
        }
    }

    @Test
    void aLinkIsUndoneAndBothOfThemHaveTheirMoney() {
        link();
        assertThat(allowance(second)).isEmpty();
        assertThat(avoided(second)).contains("31");

        undo("coordinator", second);

        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).isEmpty();
        assertThat(avoided(second)).as("it was avoided only for the other").doesNotContain("31");
        assertThat(network.openTasks(second)).as("nobody is asked again").doesNotContain("task_decideDouble");
        network.payAllowance(second);
        assertThat(allowance(first)).containsExactly("HANDED_OVER");
        assertThat(allowance(second)).containsExactly("HANDED_OVER");
    }

    @Test
    void whatWasSaidInHerOwnCaseIsStillAvoidedWhenALinkIsUndone() {
        link();
        network.report(second, "dangerRose", "operator");
        jdbc.update("update referral set avoid_departments = '31' where reference = ?", second);

        undo("coordinator", second);

        assertThat(avoided(second)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select avoid_departments from referral where reference = ?", String.class, second))
                .contains("31");
    }

    @Test
    void whatSheLostOrDidNotWantIsNotGrantedAgainByUndoingALink() {
        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "other");
        network.complete(second, "task_approveAllowance", "finance");
        network.complete(second, "task_handOverAllowance", "shelter", "handOver", "refusedByHer");
        sameWomenLinked(second, first);

        undo("coordinator", second);

        assertThat(allowance(second)).containsExactly("REFUSED_BY_HER");
        assertThat(network.openTasks(second)).doesNotContain("task_decideDouble", "task_approveAllowance");
    }

    private void sameWomenLinked(String later, String earlier) {
        transaction.executeWithoutResult(status -> sameWomen.link(
                new CaseReference(later), List.of(new CaseReference(earlier)), new Login("coordinator")));
    }

    @Test
    void aLinkIsUndoneOnceAndOnlyByTheCoordination() {
        assertThatThrownBy(() -> undo("coordinator", second)).hasMessageContaining("linked with no other case");
        link();
        for (String person : new String[] {"operator", "shelter", "supervisor", "finance"}) {
            assertThatThrownBy(() -> undo(person, second)).as(person).isNotNull();
        }
        undo("coordinator", first);
        assertThatThrownBy(() -> undo("coordinator", second)).hasMessageContaining("linked with no other case");
    }

    private void link() {
        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "same");
        assertThat(sameWomen.otherCasesOf(new CaseReference(first))).containsExactly(new CaseReference(second));
    }

    private void undo(String person, String reference) {
        network.startFor(reference, "undo-link", "undo-link", person);
    }

    private String leftOut(String reference) {
        return network.shown(network.task(reference, "task_chooseShelters"), "coordinator", "leftOut");
    }

    private String arrivedAs(String lastName, Object... danger) {
        String reference = network.openReferral("sealed_firstName", "Anna", "sealed_lastName", lastName);
        Object[] assessment = {"childrenCount", 0, "babyCount", 0, danger[0], danger[1]};
        network.complete(reference, "task_assessSituation", "operator", assessment);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
        return reference;
    }

    private String avoided(String reference) {
        return jdbc.queryForObject(
                "select linked_departments from referral where reference = ?", String.class, reference);
    }

    private List<String> allowance(String reference) {
        return jdbc.queryForList("select state from allowance where reference = ?", String.class, reference);
    }
}
