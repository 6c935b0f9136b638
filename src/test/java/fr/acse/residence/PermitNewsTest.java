package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes known of a permit, and who reads it later. */
@ProcessTest
class PermitNewsTest {

    @Autowired
    Network network;

    @Autowired
    CaseFileService files;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aSecondNoteStandsAboveTheFirstOne() {
        PermitCase permit = PermitCase.on(network, "asylum");
        permit.news("pending", "permitRoute", "asylum", "sealed_permitNote", "Her lawyer is away");
        permit.news("pending", "permitRoute", "asylum", "sealed_permitNote", "He is back");

        assertThat(read(permit, "sealed_permitNote").orElseThrow())
                .matches("(?s)\\d\\d/\\d\\d/\\d{4}, operator: He is back\n\nHer lawyer is away");
    }

    @Test
    void aComplaintEndsTheWaitAtOnce() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint", "complaint", "notYet");

        permit.news("complaintFiled");

        assertThat(permit.open()).containsExactly("task_recordComplaint");
    }

    @Test
    void aComplaintIsNewsOfItsOwnTrackOnly() {
        PermitCase permit = PermitCase.on(network, "asylum");

        assertThatThrownBy(() -> permit.news("complaintFiled", "permitRoute", "asylum"))
                .hasMessageContaining("belongs to an open track “Complaint or testimony”");
    }

    @Test
    void aComplaintAfterTheEndOfItsTrackBeginsANewOne() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint", "complaint", "stops");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");

        assertThatThrownBy(() -> permit.news("complaintFiled")).hasMessageContaining("please begin one");
        permit.begin("complaint");
        assertThat(permit.open()).containsExactly("task_recordComplaint");
    }

    @Test
    void theLastNewsStandsFirstAndOfTwoTracksEachIsNamed() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.news("pending");
        assertThat(known(permit)).contains("The proceedings go on\"");

        permit.begin("asylum");
        permit.news("publicOrder", "permitRoute", "asylum");

        assertThat(known(permit))
                .containsSubsequence(
                        "A threat to public order is held against her (Asylum)",
                        "The proceedings go on (Complaint or testimony)");
    }

    @Test
    void theSameNewsIsTakenOnce() {
        PermitCase permit = PermitCase.granted(network);
        String day = TestTime.today().minusDays(1).toString();
        permit.news("acquitted", "newsOn", day);

        assertThatThrownBy(() -> permit.news("acquitted", "newsOn", day))
                .hasMessageContaining("recorded already: Acquittal");
        assertThat(network.tasks(permit.reference, "task_reviewRoutes")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"complaintWithdrawn", "prosecutorDismissed", "judgeDismissed", "acquitted"})
    void newsIsTakenWhileARenewalRunsAndOtherRoutesAreLookedAtBesideIt(String kind) {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();

        permit.news(kind);

        assertThat(permit.open()).containsExactly("task_recordDecision", "task_reviewRoutes");
    }

    @Test
    void otherRoutesAreLookedAtOnceWhateverBecomesKnownMeanwhile() {
        PermitCase permit = PermitCase.granted(network);
        permit.news("complaintWithdrawn");
        permit.news("prosecutorDismissed");

        assertThat(network.tasks(permit.reference, "task_reviewRoutes")).hasSize(1);
        assertThat(network.shown(network.task(permit.reference, "task_reviewRoutes"), "operator", "permitFacts"))
                .contains("withdrawn", "Dismissed by the prosecutor");
        permit.complete("task_reviewRoutes", "otherRoute", "none");
        permit.news("acquitted");
        assertThat(network.tasks(permit.reference, "task_reviewRoutes")).hasSize(1);
    }

    @Test
    void theProceedingsDoNotChangeAWayOfWhichTheyAreNotTheGround() {
        PermitCase permit = PermitCase.on(network, "asylum");

        assertThatThrownBy(() -> permit.news("acquitted", "permitRoute", "asylum"))
                .hasMessageContaining("do not change the route \"Asylum\"");
    }

    @Test
    void theNumberOfATitleReplacesNoOther() {
        PermitCase permit = PermitCase.on(network, "complaint");
        transaction.executeWithoutResult(before -> files.seal(
                new CaseReference(permit.reference),
                Map.of("sealed_titleNumber", "OLD", "sealed_permitNote", "An earlier one"),
                new Login("operator")));
        permit.complete("task_recordComplaint");
        permit.complete(
                "task_fileRequest",
                "receiptGiven",
                "yes",
                "titleKind",
                "receipt",
                "titleFrom",
                TestTime.today().toString(),
                "titleUntil",
                TestTime.today().plusMonths(3).toString(),
                "sealed_titleNumber",
                "R-111");
        permit.news(
                "titleArrived",
                "titleKind",
                "temporaryPermit",
                "titleFrom",
                TestTime.today().toString(),
                "titleUntil",
                TestTime.today().plusYears(1).minusDays(1).toString(),
                "sealed_titleNumber",
                "T-222",
                "sealed_permitNote",
                "A note that is added to those before");

        assertThat(read(permit, "sealed_titleNumbersNote").orElseThrow())
                .contains("Receipt, ", ": R-111", "Temporary permit, ", ": T-222")
                .doesNotContain("OLD");
        assertThat(read(permit, "sealed_titleNumber")).isEmpty();
    }

    private Optional<String> read(PermitCase permit, String field) {
        return transaction.execute(now -> files.readForRule(new CaseReference(permit.reference), field));
    }

    private String known(PermitCase permit) {
        return network.seen(permit.reference, "task_recordComplaint", "operator", "permitFacts")
                .toString();
    }
}
