package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

        Optional<String> noted =
                transaction.execute(now -> files.readForRule(new CaseReference(permit.reference), "sealed_permitNote"));
        assertThat(noted.orElseThrow()).matches("(?s)\\d\\d/\\d\\d/\\d{4}, operator: He is back\n\nHer lawyer is away");
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

    private String known(PermitCase permit) {
        return network.seen(permit.reference, "task_recordComplaint", "operator", "permitFacts")
                .toString();
    }
}
