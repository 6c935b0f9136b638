package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class SideExitsTest {

    @Autowired
    Network network;

    @Autowired
    Referrals referrals;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aMinorIsHandedToChildProtection() {
        String reference = network.openReferral();

        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "minor");
        network.complete(reference, "task_handOverToProtection", "coordinator");

        assertEnded(reference, "end_childProtection", Outcome.CHILD_PROTECTION);
    }

    @Test
    void anAgeInDoubtIsHandedToChildProtection() {
        String reference = network.openReferral();

        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "inDoubt");
        network.complete(reference, "task_handOverToProtection", "coordinator");

        assertEnded(reference, "end_childProtection", Outcome.CHILD_PROTECTION);
    }

    @Test
    void nobodyIsTakenForAnAdultWhoseBirthDateSaysThatSheIsUnder18() {
        String reference = network.openReferral("sealed_birthDate", "2012-05-01");

        assertThatThrownBy(
                        () -> network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "adult"))
                .hasMessageContaining("says that she is under 18");
        assertThat(network.openTasks(reference)).containsExactly("task_assessSituation");

        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "inDoubt");
        network.complete(reference, "task_handOverToProtection", "coordinator");
        assertEnded(reference, "end_childProtection", Outcome.CHILD_PROTECTION);
    }

    @Test
    void nobodyIsBornInTheFuture() {
        assertThatThrownBy(() -> network.openReferral("sealed_birthDate", "2099-12-31"))
                .hasMessageContaining("Birth date: it cannot be in the future");
    }

    @Test
    void somebodyForWhomItIsNotTheRightSolutionIsNotEligible() {
        String reference = network.openReferral();

        network.complete(reference, "task_assessSituation", "operator", "distanceNeeded", "no");
        network.complete(reference, "task_lookAgain", "coordinator");

        assertEnded(reference, "end_notEligible", Outcome.NOT_ELIGIBLE);
    }

    @Test
    void oneRefusedClauseMeansNoCommitment() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator");

        network.complete(reference, "task_recordCommitment", "operator", "clauseContacts", "refused");
        network.complete(reference, "task_hearHer", "coordinator");

        assertEnded(reference, "end_commitmentNotGiven", Outcome.COMMITMENT_NOT_GIVEN);
    }

    @Test
    void aCommitmentUnderPressureIsNone() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator");

        network.complete(reference, "task_recordCommitment", "operator", "freelyGiven", "no");
        network.complete(reference, "task_hearHer", "coordinator");

        assertEnded(reference, "end_commitmentNotGiven", Outcome.COMMITMENT_NOT_GIVEN);
    }

    @Test
    void allSheltersDecliningEndsWithEmergencyHousing() {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator");
        for (String shelter : List.of("shelter", "shelter2", "shelter3")) {
            network.answerOffer(reference, shelter, "offerAnswer", "declined", "declineReason", "full");
        }

        network.complete(
                reference,
                "task_decideWithoutShelter",
                "coordinator",
                "withoutShelterDecision",
                "emergencyHousing",
                "emergencyDepartment",
                "38");
        network.complete(reference, "task_readNoPlace", "operator");

        assertEnded(reference, "end_noShelter", Outcome.NO_SHELTER);
        assertThat(jdbc.queryForList("""
                        select o.decline_reason from offer o join orientation_request r on r.id = o.request
                        where r.reference = ?""", String.class, reference)).containsExactly("full", "full", "full");
    }

    @Test
    void sheMayRefuseThePlaceAndItIsFreeAgain() {
        String reference = network.proposed();

        network.refusePlace(reference);

        assertEnded(reference, "end_placeRefused", Outcome.PLACE_REFUSED);
    }

    @Test
    void aNoShowEndsTheCaseAndNoAllowanceWasGranted() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "noShow");

        network.giveUpAfterNoShow(reference);

        assertEnded(reference, "end_noShow", Outcome.NO_SHOW);
        network.startFor(reference, "travel-claim", "open-travel-claim", "operator");
        assertThat(network.openTasks(reference))
                .as("the tickets were bought all the same")
                .contains("task_submitClaim");
        assertThat(jdbc.queryForObject("select count(*) from allowance where reference = ?", Integer.class, reference))
                .isZero();
    }

    @Test
    void aWithdrawalInTheMiddleOfAJourneyCancelsEverythingOpen() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");

        withdraw(reference);

        assertEnded(reference, "end_withdrawn", Outcome.WITHDRAWN);
        assertThat(jdbc.queryForObject("select outcome from journey where reference = ?", String.class, reference))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void aWithdrawalWhileSheltersAreAskedWithdrawsTheOffers() {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator");

        withdraw(reference);

        assertEnded(reference, "end_withdrawn", Outcome.WITHDRAWN);
        assertThat(jdbc.queryForList("""
                        select o.state from offer o join orientation_request r on r.id = o.request
                        where r.reference = ?""", String.class, reference))
                .containsOnly("WITHDRAWN")
                .hasSize(3);
    }

    @Test
    void aWithdrawalDuringTheStayLeavesOpenMoneyToItsOwnProcesses() {
        String reference = network.arrived("permitNeed", "notNeeded");
        network.approveClaim(reference);

        withdraw(reference);

        assertThat(network.ends(reference, "referral")).contains("end_withdrawn");
        assertThat(network.openTasks(reference)).containsExactly("task_approveAllowance");
        assertThat(jdbc.queryForObject("select state from allowance where reference = ?", String.class, reference))
                .isEqualTo("GRANTED");
        assertThat(jdbc.queryForObject("select state from travel_claim where reference = ?", String.class, reference))
                .isEqualTo("APPROVED");
        network.payWhatWaits();
        assertThat(jdbc.queryForObject("select state from travel_claim where reference = ?", String.class, reference))
                .isEqualTo("PAID");
    }

    @Test
    void aClosedCaseTakesNoMoreEvents() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "minor");
        network.complete(reference, "task_handOverToProtection", "coordinator");

        assertThatThrownBy(() -> withdraw(reference)).hasMessageContaining("cannot take this event now");
    }

    @Test
    void aRelocationBeforeTheStayIsRefusedWithWords() {
        String reference = network.requested();

        assertThatThrownBy(() -> network.start(
                        "case-event",
                        "report-event",
                        "operator",
                        "caseReference",
                        reference,
                        "eventKind",
                        "relocationNeeded"))
                .hasMessageContaining("lives in no shelter");
    }

    private void withdraw(String reference) {
        network.withdraw(reference);
    }

    private void assertEnded(String reference, String end, Outcome outcome) {
        assertThat(network.ends(reference, "referral")).contains(end);
        assertThat(referrals
                        .findById(new CaseReference(reference))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(outcome);
        assertThat(network.openSteps(reference)).isEmpty();
        assertThat(network.isClosed(reference)).isTrue();
        assertThat(network.places(reference)).isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from deadline where reference = ? and state = 'RUNNING'",
                        Integer.class,
                        reference))
                .isZero();
    }
}
