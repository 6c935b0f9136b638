package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import fr.acse.referral.SameWomen;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The 304 euros: who gets them, who decides, and what happens when she cannot have them now. */
@ProcessTest
class AllowanceTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SameWomen sameWomen;

    @ParameterizedTest(name = "after {0} years, when the {1} counts: {2} euros")
    @CsvSource({"0, person, 304.00", "15, household, 912.00"})
    void aHouseholdOfThreeHasWhatTheRowOfTheDaySays(int years, String counts, String euros) {
        TestTime.later(Duration.ofDays(years * 366L));
        String reference = network.arrived("childrenCount", 2, "babyCount", 0);

        assertThat(network.seen(reference, "task_approveAllowance", "finance", "allowanceEuros"))
                .isEqualTo(euros);
        network.payAllowance(reference);

        assertThat(jdbc.queryForObject(
                        "select sum(e.cents) from ledger_entry e join ledger_booking b on b.id = e.booking"
                                + " join allowance a on a.id = b.subject where a.reference = ? and e.account = 'ALLOWANCES'",
                        Long.class,
                        reference))
                .isEqualTo(Long.parseLong(euros.replace(".", "")));
    }

    @Test
    void theAllowanceIs304EurosAndTwoPeoplePayIt() {
        String reference = network.arrived();
        assertThat(network.seen(reference, "task_approveAllowance", "finance", "allowanceEuros"))
                .isEqualTo("304.00");

        network.payAllowance(reference);

        assertThat(allowance(reference)).containsExactly("HANDED_OVER");
        assertThat(jdbc.queryForMap(
                        "select amount_cents, approved_by, handed_over_by from allowance where reference = ?",
                        reference))
                .containsEntry("amount_cents", 30400)
                .containsEntry("approved_by", "finance")
                .containsEntry("handed_over_by", "shelter");
    }

    @Test
    void whoApprovesTheAllowanceCannotHandItOver() {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");
        jdbc.update("update allowance set approved_by = 'shelter' where reference = ?", reference);

        assertThatThrownBy(() -> network.complete(reference, "task_handOverAllowance", "shelter"))
                .hasMessageContaining("A second person is needed");
    }

    @Test
    void anAllowanceIsNotHandedOverInTheFutureNorBeforeHerCaseWasOpened() {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");

        assertThatThrownBy(() ->
                        network.complete(reference, "task_handOverAllowance", "shelter", "handedOverOn", "2100-01-01"))
                .hasMessageContaining("in the future");
        assertThatThrownBy(() ->
                        network.complete(reference, "task_handOverAllowance", "shelter", "handedOverOn", "2020-01-01"))
                .hasMessageContaining("her case was opened on");
    }

    @Test
    void financeMayRefuseTheAllowance() {
        String reference = network.arrived();

        network.complete(reference, "task_approveAllowance", "finance", "approval", "refused");
        network.complete(reference, "task_askAgain", "coordinator", "askAgain", "no");

        assertThat(network.ends(reference, "allowance")).containsExactly("end_notApproved");
        assertThat(allowance(reference)).containsExactly("REFUSED");
    }

    @Test
    void financeSaysWhyItDoesNotApproveAndTheCoordinationReadsIt() {
        String reference = network.arrived();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_approveAllowance",
                        "finance",
                        "approval",
                        "refused",
                        "sealed_allowanceNote",
                        null))
                .hasMessageContaining("Why not?: please fill this in");
        network.complete(
                reference,
                "task_approveAllowance",
                "finance",
                "approval",
                "refused",
                "sealed_allowanceNote",
                "She is on no list of arrivals");

        assertThat(network.seen(reference, "task_askAgain", "coordinator", "sealed_allowanceNote"))
                .isEqualTo("She is on no list of arrivals");
    }

    @Test
    void financeIsAskedOnceMoreAfterARefusal() {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance", "approval", "refused");
        network.complete(reference, "task_askAgain", "coordinator");
        network.complete(reference, "task_approveAllowance", "finance2");
        assertThat(allowance(reference)).containsExactly("APPROVED");

        String twice = network.arrived();
        network.complete(twice, "task_approveAllowance", "finance", "approval", "refused");
        network.complete(twice, "task_askAgain", "coordinator");
        network.complete(twice, "task_approveAllowance", "finance2", "approval", "refused");
        assertThat(network.ends(twice, "allowance")).containsExactly("end_refusedAgain");
    }

    @Test
    void whoIsInHospitalGetsHerAllowanceAnotherDay() {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");

        network.complete(
                reference,
                "task_handOverAllowance",
                "shelter",
                "handOver",
                "notNow",
                "tryAgainOn",
                TestTime.today().plusDays(20).toString());

        assertThat(network.openTasks(reference)).doesNotContain("task_handOverAllowance");
        assertThat(allowance(reference)).containsExactly("APPROVED");
        network.pass(reference, Duration.ofDays(20));
        network.complete(reference, "task_handOverAllowance", "shelter");
        assertThat(allowance(reference)).containsExactly("HANDED_OVER");
    }

    @ParameterizedTest
    @CsvSource({"0, is not ahead", "100, more than 3 months ahead"})
    void anAllowanceIsTriedAgainSoon(int days, String words) {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_handOverAllowance",
                        "shelter",
                        "handOver",
                        "notNow",
                        "tryAgainOn",
                        TestTime.today().plusDays(days).toString()))
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({
        "returned, RETURNED, end_notPaidAgain",
        "refusedByHer, REFUSED_BY_HER, end_refusedByHer",
        "lost, LOST, end_notPaidAgain"
    })
    void whatSheDidNotGetHasAnEndOfItsOwnAndMayBeGrantedLater(String answer, String state, String end) {
        String name = "Somebody " + System.nanoTime();
        String reference = arrivedAs(name);
        network.complete(reference, "task_approveAllowance", "finance");
        network.complete(reference, "task_handOverAllowance", "shelter", "handOver", answer);
        if (!answer.equals("refusedByHer")) {
            network.complete(reference, "task_payAgain", "coordinator", "payAgain", "no");
        }
        assertThat(network.ends(reference, "allowance")).containsExactly(end);
        assertThat(allowance(reference)).containsExactly(state);

        String again = arrivedAs(name);

        assertThat(network.openTasks(again)).contains("task_approveAllowance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"returned", "lost"})
    void whatDidNotReachHerIsPaidAgainIfTheCoordinationSaysSo(String answer) {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");
        network.complete(
                reference,
                "task_handOverAllowance",
                "shelter",
                "handOver",
                answer,
                "sealed_allowanceNote",
                "The letter was opened");
        assertThat(network.seen(reference, "task_payAgain", "coordinator", "sealed_allowanceNote"))
                .isEqualTo("The letter was opened");

        network.complete(reference, "task_payAgain", "coordinator", "sealed_againNote", "By hand this time");
        assertThat(network.seen(reference, "task_approveAllowance", "finance", "sealed_againNote"))
                .isEqualTo("By hand this time");
        network.complete(reference, "task_approveAllowance", "finance2");
        assertThat(network.seen(reference, "task_handOverAllowance", "shelter", "sealed_allowanceNote"))
                .as("what was written the last time")
                .isNull();
        network.complete(reference, "task_handOverAllowance", "shelter");

        assertThat(allowance(reference)).containsExactlyInAnyOrder(answer.toUpperCase(Locale.ROOT), "HANDED_OVER");
    }

    @Test
    void herAllowanceGoesOnWhenHerCaseCloses() {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");

        network.withdraw(reference);

        network.complete(reference, "task_handOverAllowance", "shelter");
        assertThat(allowance(reference)).containsExactly("HANDED_OVER");
    }

    @Test
    void aCaseInWhichItWasLostStaysInTheQuestionWhetherSheIsTheSame() {
        String name = "Fatou " + System.nanoTime();
        String first = arrivedAs(name);
        network.complete(first, "task_approveAllowance", "finance");
        String second = arrivedAs(name);
        network.complete(first, "task_handOverAllowance", "shelter", "handOver", "lost");

        assertThat(network.seen(second, "task_decideDouble", "coordinator", "likelyDoubles")
                        .toString())
                .contains(first);
        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "same");

        assertThat(allowance(second)).as("the coordination decides there").isEmpty();
        assertThat(network.openTasks(first)).contains("task_payAgain");
    }

    @Test
    void twoWomenOfOneNameGetBothTheirAllowanceAfterOneClick() {
        String name = "Fatou " + System.nanoTime();
        network.payAllowance(arrivedAs(name));
        String second = arrivedAs(name);
        assertThat(network.openTasks(second)).contains("task_decideDouble").doesNotContain("task_approveAllowance");

        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "other");
        network.payAllowance(second);

        assertThat(allowance(second)).containsExactly("HANDED_OVER");
    }

    @Test
    void whoIsUnsureLeavesItToASecondPersonWhoIsReminded() {
        String name = "Unsure " + System.nanoTime();
        network.payAllowance(arrivedAs(name));
        String second = arrivedAs(name);
        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "unsure");
        assertThatThrownBy(() -> network.complete(second, "task_lookAgainAtDouble", "coordinator"))
                .hasMessageContaining("A second person is needed here");
        network.pass(second, Duration.ofDays(6));
        assertThat(reminded(second)).isZero();
        network.pass(second, Duration.ofDays(2));
        assertThat(reminded(second)).as("the coordination and the supervisors").isPositive();
        assertThat(network.openSteps(second)).contains("task_lookAgainAtDouble");

        network.complete(second, "task_lookAgainAtDouble", "coordinator2", "sameWoman", "other");

        assertThat(network.openTasks(second)).contains("task_approveAllowance");
    }

    @ParameterizedTest(name = "{0} born {1}, then {2} born {3}: asked {4}")
    @CsvSource({
        "Éléonore Dupré, 1999-03-01, eleonore  DUPRE, 1999-03-01, true",
        "Éléonore Dupré, 1999-03-01, Éléonore Dupré,  1999-03-02, false",
        "Éléonore Dupré, 1999-03-01, Éléonore Dupont, 1999-03-01, false"
    })
    void aLikelyDoubleHasTheSameNameAndBirthDate(
            String earlier, String born, String later, String bornToo, boolean isAsked) {
        String suffix = " " + System.nanoTime();
        network.payAllowance(arrivedBorn(earlier + suffix, born));

        String second = arrivedBorn(later + suffix, bornToo);

        assertThat(network.openTasks(second).contains("task_decideDouble")).isEqualTo(isAsked);
        assertThat(network.openTasks(second).contains("task_approveAllowance")).isNotEqualTo(isAsked);
    }

    private String arrivedBorn(String lastName, String birthDate) {
        return arrived(network.openReferral(
                "sealed_firstName", "Anna", "sealed_lastName", lastName, "sealed_birthDate", birthDate));
    }

    private int reminded(String reference) {
        return jdbc.queryForObject(
                "select count(*) from notice where event = 'DOUBLE_WAITS' and reference = ?", Integer.class, reference);
    }

    @Test
    void theSameWomanIsLinkedWithHerEarlierCaseAndWhatWasToBeAvoidedIsAvoidedNow() {
        String name = "Same " + System.nanoTime();
        String first = arrivedAs(name, "dangerDepartment", "31");
        network.payAllowance(first);
        String second = arrivedAs(name, "dangerDepartment", "13");
        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "unsure");

        network.complete(second, "task_lookAgainAtDouble", "coordinator2", "sameWoman", "same");

        assertThat(network.ends(second, "allowance")).contains("end_sameWoman");
        assertThat(sameWomen.otherCasesOf(new CaseReference(second))).containsExactly(new CaseReference(first));
        assertThat(jdbc.queryForObject(
                        "select linked_departments from referral where reference = ?", String.class, second))
                .contains("31");
        assertThat(allowance(second)).isEmpty();
    }

    @Test
    void whoWasReferredAgainBeforeTheMoneyWasHandedOverGetsItWhereSheIs() {
        String name = "Again " + System.nanoTime();
        String first = arrivedAs(name);
        network.complete(first, "task_approveAllowance", "finance");
        network.withdraw(first);
        String second = arrivedAs(name);

        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "same");
        network.payAllowance(second);

        assertThat(allowance(first)).containsExactly("CANCELLED");
        assertThat(network.ends(first, "allowance")).contains("end_elsewhere");
        assertThat(allowance(second)).containsExactly("HANDED_OVER");
    }

    @Test
    void theShelterThatSheLeftStillKnowsToWhomItHandsTheMoney() {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");
        network.withdraw(reference);

        assertThat(network.seen(reference, "task_handOverAllowance", "shelter", "sealed_firstName"))
                .isNotNull();
    }

    @Test
    void theTaskFollowsHerWhenSheMoves() {
        String reference = network.arrived();
        network.complete(reference, "task_approveAllowance", "finance");
        network.report(reference, "relocationNeeded", "shelter");
        network.ask(reference, "s02");
        network.complete(reference, "task_answerOffer", "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator");
        network.agree(reference, "shelter2");
        network.travel(reference, "shelter2");

        network.complete(reference, "task_handOverAllowance", "shelter2");

        assertThat(allowance(reference)).containsExactly("HANDED_OVER");
    }

    @Test
    void theSamePersonReferredAndAdmittedTwiceHasOneAllowance() {
        String name = "Élodie Ré " + System.nanoTime();
        String first = arrivedAs(name);
        network.payAllowance(first);
        network.leave(first, "shelter");

        String second = arrivedAs("  " + name.toUpperCase().replace("É", "e") + " ");

        network.complete(second, "task_decideDouble", "coordinator", "sameWoman", "same");
        assertThat(network.ends(second, "allowance")).containsExactly("end_hadBefore");
        assertThat(allowance(second)).isEmpty();
    }

    private String arrivedAs(String lastName, Object... assessment) {
        return arrived(network.openReferral("sealed_firstName", "Anna", "sealed_lastName", lastName), assessment);
    }

    private String arrived(String reference, Object... assessment) {
        network.complete(reference, "task_assessSituation", "operator", assessment);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
        return reference;
    }

    private List<String> allowance(String reference) {
        return jdbc.queryForList("select state from allowance where reference = ?", String.class, reference);
    }
}
