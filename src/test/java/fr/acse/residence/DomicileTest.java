package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where letters of the prefecture reach her, and the last day of the certificate. */
@ProcessTest
class DomicileTest {

    @Autowired
    Network network;

    @Autowired
    Titles titles;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theCertificateOfDomicileHasAClockToo() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file("certificateUntil", TestTime.today().plusDays(20).toString());
        permit.news(
                "domicileChanged",
                "domicile",
                "lawyer",
                "certificateUntil",
                TestTime.today().plusDays(40).toString());

        assertThat(titles.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(Title::kind, Title::endedAs)
                .containsExactly(tuple("certificate", "followed"), tuple("certificate", null));
        Task answer = network.task(permit.reference, "task_recordDecision");
        assertThat(network.shown(answer, "operator", "permitTitles"))
                .contains(
                        "\"Certificate of domicile, at the association\"",
                        "\"Certificate of domicile, at her lawyer\"");
        assertThat(network.seenIn(answer, "operator", "domicile")).isEqualTo("lawyer");
        permit.prolong(TestTime.today().plusMonths(3));
        Task again = network.task(permit.reference, "task_recordDecision");
        assertThat(network.seenIn(again, "operator", "domicile")).isEqualTo("lawyer");
        assertThat(network.shown(again, "operator", "permitTitles")).contains("\"Prolongation\"");
        network.pass(permit.reference, Duration.ofDays(34));
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where event = 'TITLE_ENDS' and reference = ?",
                        Integer.class,
                        permit.reference))
                .as("a month and a week before")
                .isPositive();
    }

    @Test
    void whereSheIsDomiciledIsShownWithoutACertificateToo() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();

        assertThat(network.shown(network.task(permit.reference, "task_recordDecision"), "operator", "permitTitles"))
                .contains("\"No certificate of domicile, at the association\"");
    }

    @Test
    void whoMovesWithoutACertificateIsNotSaidToHoldTheOneOfThePlaceBefore() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file("certificateUntil", TestTime.today().plusDays(90).toString());
        permit.news("domicileChanged", "domicile", "lawyer");

        assertThat(titles.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(Title::kind, Title::endedAs)
                .containsExactly(tuple("certificate", "over"));
        assertThat(network.shown(network.task(permit.reference, "task_recordDecision"), "operator", "permitTitles"))
                .contains("\"No certificate of domicile, at her lawyer\"");
    }

    @Test
    void whoFollowsATrackAlreadyIsNotNamedAgain() {
        PermitCase permit = PermitCase.on(network, "complaint");

        assertThatThrownBy(() -> permit.news("followerChanged", "followedBy", "operator"))
                .hasMessageContaining("followed already: The association that asked for her");
    }

    @Test
    void aCertificateIsRenewedAndFollowedAfterTheTrackHasEnded() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file("certificateUntil", TestTime.today().plusDays(20).toString());
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "notFiled");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");

        permit.news("followerChanged", "followedBy", "other", "organisationCode", "bridge");
        permit.news(
                "domicileChanged",
                "domicile",
                "association",
                "certificateUntil",
                TestTime.today().plusDays(90).toString());

        assertThat(titles.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(Title::endedAs)
                .containsExactly("followed", null);
    }

    @Test
    void aCertificateThatIsOverIsRefused() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");

        assertThatThrownBy(() -> permit.file(
                        "certificateUntil", TestTime.today().minusDays(1).toString()))
                .hasMessageContaining("has ended already");
    }
}
