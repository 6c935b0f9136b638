package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class ResidencePermitTest {

    @Autowired
    Network network;

    @Autowired
    Permits permits;

    @Autowired
    PermitService service;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void fromTheComplaintToTheResidentCard() {
        String reference = granted("2026-08-31");
        assertThat(permits.findById(new CaseReference(reference)).orElseThrow().validUntil())
                .isEqualTo("2027-02-28");

        network.complete(reference, "task_followProceedings", "operator");
        network.complete(reference, "task_requestCard", "operator", "decidedOn", "2027-03-01");

        assertThat(network.ends(reference, "residence-permit")).contains("end_residentCard");
        assertThat(permits.findById(new CaseReference(reference)).orElseThrow().validUntil())
                .isEqualTo("2037-03-01");
        assertThat(permits.findById(new CaseReference(reference)).orElseThrow().outcome())
                .isEqualTo("residentCard");
    }

    @Test
    void aCaseHasOnePermitTrackAndWithoutACaseThereIsNone() {
        CaseReference reference = new CaseReference(granted("2026-08-31"));
        CaseReference nobody = CaseReference.random("ACSE");

        assertThat(isOpened(reference)).isTrue();
        assertThat(isOpened(nobody)).isFalse();
        assertThat(refusalOf(() -> service.open(reference))).isEqualTo("permitExists");
        assertThat(refusalOf(() -> service.open(nobody))).isEqualTo("noSuchCase");
        assertThat(refusalOf(() -> service.close(nobody, "residentCard", null))).isEqualTo("noSuchCase");
    }

    private boolean isOpened(CaseReference reference) {
        return transaction.execute(status -> service.isOpened(reference));
    }

    private String refusalOf(Runnable action) {
        return catchThrowableOfType(Refusal.class, () -> transaction.executeWithoutResult(status -> action.run()))
                .code();
    }

    @Test
    void theRenewalIsPreparedTwoMonthsBeforeThePermitEnds() {
        String reference = granted(TestTime.today().toString());

        network.pass(reference, Duration.ofDays(115));
        assertThat(network.openTasks(reference)).containsExactly("task_followProceedings");
        network.pass(reference, Duration.ofDays(10));
        network.complete(reference, "task_prepareRenewal", "operator");
        String renewedFrom = permits.findById(new CaseReference(reference))
                .orElseThrow()
                .validUntil()
                .toString();
        network.complete(reference, "task_recordRenewal", "operator", "decidedOn", renewedFrom);

        assertThat(permits.findById(new CaseReference(reference)).orElseThrow().validUntil())
                .isEqualTo(LocalDate.parse(renewedFrom).plusMonths(6));
        assertThat(network.openTasks(reference)).containsExactly("task_followProceedings");
    }

    @Test
    void aPermitNeverRunsOutUnnoticed() {
        String reference = granted(TestTime.today().toString());

        network.pass(reference, Duration.ofDays(190));

        assertThat(network.openTasks(reference)).containsExactly("task_prepareRenewal", "task_preventLapse");
        network.complete(reference, "task_preventLapse", "supervisor");
        assertThat(network.openTasks(reference)).containsExactly("task_prepareRenewal");
    }

    @Test
    void aRenewalMayBePreparedEarlyAndRefused() {
        String reference = granted(TestTime.today().toString());
        network.complete(reference, "task_followProceedings", "operator", "proceedings", "renewNow");
        network.complete(reference, "task_prepareRenewal", "operator");
        network.complete(reference, "task_recordRenewal", "operator", "renewal", "refused");

        network.complete(reference, "task_decideAppeal", "operator", "appeal", "notFiled");

        assertThat(network.ends(reference, "residence-permit")).contains("end_refused");
    }

    @Test
    void anAppealIsFollowedByANewDecision() {
        String reference = followed();
        network.complete(reference, "task_recordComplaint", "operator");
        network.complete(reference, "task_applyForPermit", "operator");
        network.complete(reference, "task_recordDecision", "operator", "decision", "refusedProstitution");
        network.complete(reference, "task_decideAppeal", "operator");

        assertThat(network.openTasks(reference)).containsExactly("task_recordDecision");
    }

    @Test
    void anAcquittalEndsThisGroundAndOtherRoutesAreReviewed() {
        String reference = granted(TestTime.today().toString());
        network.complete(reference, "task_followProceedings", "operator", "proceedings", "acquittal");

        network.complete(reference, "task_reviewOtherRoutes", "operator");

        assertThat(network.ends(reference, "residence-permit")).contains("end_acquitted");
        assertThat(network.openSteps(reference)).isEmpty();
        assertThat(permits.findById(new CaseReference(reference)).orElseThrow().outcome())
                .isEqualTo("acquitted");
    }

    @Test
    void aDismissalHasItsOwnEnd() {
        String reference = granted(TestTime.today().toString());
        network.complete(reference, "task_followProceedings", "operator", "proceedings", "dismissal");

        network.complete(reference, "task_reviewOtherRoutes", "operator");

        assertThat(network.ends(reference, "residence-permit")).contains("end_dismissed");
    }

    @Test
    void sheMayStopAtAnyTime() {
        String before = followed();
        network.complete(before, "task_recordComplaint", "operator", "complaint", "stops");
        assertThat(network.ends(before, "residence-permit")).contains("end_stoppedBeforeApplying");

        String during = granted(TestTime.today().toString());
        network.complete(during, "task_followProceedings", "operator", "proceedings", "stops");
        assertThat(network.ends(during, "residence-permit")).contains("end_stopped");
    }

    @Test
    void aCardMayBeRefused() {
        String reference = granted(TestTime.today().toString());
        network.complete(reference, "task_followProceedings", "operator");

        network.complete(reference, "task_requestCard", "operator", "card", "refused");

        assertThat(network.openTasks(reference)).containsExactly("task_decideAppeal");
    }

    @Test
    void withoutAComplaintTheTrackWaitsAndIsResumed() {
        String reference = followed();
        network.complete(reference, "task_recordComplaint", "operator", "complaint", "notYet");
        assertThat(network.openTasks(reference)).isEmpty();

        network.pass(reference, Duration.ofDays(93));
        network.complete(reference, "task_recordComplaint", "operator", "complaint", "notYet");
        network.start(
                "case-event", "report-event", "operator", "caseReference", reference, "eventKind", "complaintFiled");

        assertThat(network.openTasks(reference)).containsExactly("task_recordComplaint");
    }

    @Test
    void aCaseHasOnePermitTrack() {
        String reference = followed();

        assertThatThrownBy(
                        () -> network.start("residence-permit", "start-permit", "operator", "caseReference", reference))
                .hasMessageContaining("already has a permit track");
    }

    /** A case closed before the stay whose permit the operator follows all the same. */
    private String followed() {
        String reference = network.proposed();
        network.refusePlace(reference);
        network.start("residence-permit", "start-permit", "operator", "caseReference", reference.toLowerCase());
        return reference;
    }

    private String granted(String from) {
        String reference = followed();
        network.complete(reference, "task_recordComplaint", "operator");
        network.complete(reference, "task_applyForPermit", "operator");
        network.complete(reference, "task_recordDecision", "operator", "decidedOn", from);
        return reference;
    }
}
