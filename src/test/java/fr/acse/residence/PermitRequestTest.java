package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a request to the prefecture meets: refusal, silence, an appeal, and news while it is pending. */
@ProcessTest
class PermitRequestTest {

    @Autowired
    Network network;

    @Autowired
    Titles titles;

    @Autowired
    PermitTracks tracks;

    @Autowired
    AppealService appeals;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest(name = "{1} told on {0}{2}: court until {3}, prefect until {4}")
    @CsvSource({
        "2026-08-31, none,        '',          2026-10-31, 2026-10-31",
        "2025-12-31, none,        '',          2026-02-28, 2026-02-28",
        "2026-01-31, leave,       '',          2026-02-28, ",
        "2026-02-27, houseArrest, '',          2026-03-06, ",
        "2026-03-27, detention,   '',          2026-03-28, ",
        "2026-03-05, none,        ' by court', 2026-05-05, ",
        "2026-03-05, leave,       ' by court', 2026-04-05, ",
    })
    void theLastDayOfEachKindOfAppeal(
            LocalDate told, String obligation, String by, LocalDate court, LocalDate informal) {
        AppealService.LastDays days = appeals.lastDays(told, obligation, !by.isEmpty(), "complaint");

        assertThat(days.court()).isEqualTo(court);
        assertThat(days.informal()).isEqualTo(informal);
    }

    @Test
    void aRefusalShowsTheLastDaysOfItsAppeal() {
        LocalDate today = TestTime.today();
        PermitCase permit = filed(today.minusDays(10));

        permit.refuse("notifiedOn", today.minusDays(1).toString(), "obligation", "leave");

        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "courtUntil"))
                .isEqualTo(today.minusDays(1).plusMonths(1).toString());
    }

    @Test
    void aCardIsADecisionAndNoProlongation() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();

        assertThatThrownBy(() -> permit.complete(
                        "task_recordDecision",
                        "decision",
                        "prolonged",
                        "titleKind",
                        "card",
                        "titleFrom",
                        today.toString(),
                        "titleUntil",
                        today.plusYears(1).toString()))
                .hasMessageContaining("is a decision. Please choose “Granted”");
        assertThat(permit.open()).containsExactly("task_recordDecision");
    }

    @Test
    void anAppealThatIsWonReturnsToTheRequestThatWasRefused() {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "filed");
        permit.complete("task_recordJudgment", "judgment", "won");

        LocalDate from = TestTime.today().plusYears(1);
        permit.grant(from, from.plusYears(1).minusDays(1));

        assertThat(permit.open()).as("the renewal, not a first permit").containsExactly("task_followTitle");
        assertThat(lastDayShown(permit))
                .isEqualTo(from.plusYears(1).minusDays(1).toString());
    }

    @Test
    void anAppealAboutTheCardThatIsWonLeadsToTheCardAndToNothingShorter() {
        PermitCase permit = PermitCase.granted(network);
        permit.news("convictedFinally");
        permit.file();
        permit.refuse("refusalMotive", "publicOrder");
        permit.complete("task_decideAppeal", "appeal", "filed");
        permit.complete("task_recordJudgment", "judgment", "won");
        assertThat(permit.open())
                .as("the request for the card")
                .containsExactly("task_followTitle", "task_recordDecision");

        LocalDate from = TestTime.today();
        permit.complete(
                "task_recordDecision",
                "decision",
                "granted",
                "titleKind",
                "card",
                "titleFrom",
                from.toString(),
                "titleUntil",
                from.plusYears(10).minusDays(1).toString());

        assertThat(permit.open()).containsExactly("task_followTitle", "task_followTitle");
        assertThat(titles.findByReferenceOrderById(new CaseReference(permit.reference)))
                .last()
                .satisfies(card -> {
                    assertThat(card.kind()).isEqualTo("card");
                    assertThat(card.lastDay()).isEqualTo(from.plusYears(10).minusDays(1));
                });
        assertThat(tracks.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(PermitTrack::route)
                .containsExactly("complaint", "residentCard");
    }

    @Test
    void aRenewalThatBeginsBeforeTheTitleEndsShortensNothing() {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();

        LocalDate from = TestTime.today().plusMonths(11);
        permit.grant(from, from.plusYears(1).minusDays(1));

        assertThat(lastDayShown(permit))
                .isEqualTo(from.plusYears(1).minusDays(1).toString());
        assertThat(titles.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(Title::lastDay, Title::isHeld)
                .as("what was held until then ends in the next one, without a day between")
                .containsExactly(
                        tuple(TestTime.today().plusYears(1).minusDays(1), false),
                        tuple(from.plusYears(1).minusDays(1), true));
    }

    @ParameterizedTest
    @CsvSource({"yes", "no"})
    void whatGivesTheRightToWorkIsShown(String mayWork) {
        PermitCase permit = filed();
        permit.grant(TestTime.today(), TestTime.today().plusYears(1).minusDays(1), "mayWork", mayWork);

        assertThat(network.shown(network.task(permit.reference, "task_followTitle"), "operator", "permitTitles"))
                .contains("\"work\":\"" + mayWork + "\"");
    }

    @Test
    void aRenewalThatIsRefusedEndsTheTrackAndTheTitleRunsOn() {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "notFiled");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");

        assertThat(permit.open()).isEmpty();
        assertThat(network.openSteps(permit.reference)).containsExactly("timer_reminder");
    }

    @Test
    void anAppealThatIsLostMayGoFurtherOrEnd() {
        PermitCase permit = filed();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "filed");
        permit.complete("task_recordJudgment", "judgment", "lost");
        permit.complete("task_decideAppeal", "appeal", "filed");
        permit.complete("task_recordJudgment", "judgment", "withdrawn");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");

        assertThat(network.isClosed(permit.reference)).isTrue();
    }

    @Test
    void anotherRefusalAfterAWonAppealCountsFromItsOwnDay() {
        PermitCase permit = filed(TestTime.today().minusDays(60));
        permit.refuse("notifiedOn", TestTime.today().minusDays(40).toString());
        permit.complete(
                "task_decideAppeal",
                "appeal",
                "filed",
                "appealFiledOn",
                TestTime.today().minusDays(30).toString());
        permit.complete(
                "task_recordJudgment",
                "judgment",
                "won",
                "judgedOn",
                TestTime.today().minusDays(9).toString());

        permit.refuse("notifiedOn", TestTime.today().toString());

        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "courtUntil"))
                .isEqualTo(TestTime.today().plusMonths(2).toString());
    }

    @Test
    void silenceForFourMonthsIsARefusalAndAnAnswerThatStillComesIsRecorded() {
        PermitCase permit = filed();
        network.pass(permit.reference, Duration.ofDays(125));
        assertThat(permit.open()).containsExactly("task_decideAppeal");

        permit.complete("task_decideAppeal", "appeal", "decidedAfterAll");
        LocalDate from = TestTime.today();
        permit.grant(from, from.plusYears(1).minusDays(1));

        assertThat(permit.open()).containsExactly("task_followTitle");
    }

    @Test
    void aRequestThatIsRecordedLateIsRefusedBySilenceFromItsTrueDay() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        LocalDate filed = TestTime.today().minusMonths(5);
        permit.file("appliedOn", filed.toString());
        network.runJobs(permit.reference);

        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "courtUntil"))
                .isEqualTo(filed.plusMonths(4).plusMonths(2).toString());
    }

    @Test
    void asylumHasTermsOfItsOwn() {
        PermitCase permit = PermitCase.on(network, "asylum");
        permit.file();
        network.pass(permit.reference, Duration.ofDays(200));
        assertThat(permit.open()).containsExactly("task_recordDecision");

        permit.refuse("notifiedOn", TestTime.today().toString(), "obligation", "none");

        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "courtUntil"))
                .isEqualTo(TestTime.today().plusMonths(1).toString());
    }

    @Test
    void theLastDayOfAnAppealIsAnnounced() {
        PermitCase permit = filed();
        permit.refuse("obligation", "leave");

        network.pass(permit.reference, Duration.ofDays(29));

        assertThat(network.openSteps(permit.reference)).contains("task_decideAppeal");
        assertThat(network.ends(permit.reference, "permit-request")).contains("end_appealReminded");
    }

    @Test
    void aProlongationAfterALateAnswerIsNotRefusedBySilenceAtOnce() {
        PermitCase permit = filed();
        network.pass(permit.reference, Duration.ofDays(125));
        permit.complete("task_decideAppeal", "appeal", "decidedAfterAll");
        permit.prolong(TestTime.today().plusMonths(3));

        network.pass(permit.reference, Duration.ofDays(30));

        assertThat(permit.open()).containsExactly("task_recordDecision");
    }

    @Test
    void aProlongationIsNoDecision() {
        PermitCase permit = filed();
        permit.prolong(TestTime.today().plusMonths(3));

        assertThat(permit.open()).containsExactly("task_recordDecision");
        assertThat(titles.findByReferenceOrderById(new CaseReference(permit.reference)))
                .singleElement()
                .extracting(Title::kind)
                .isEqualTo("prolongation");
    }

    @Test
    void aConvictionDuringARenewalBeginsTheWayToTheCardBesideIt() {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();

        permit.news("convictedFinally");

        assertThat(permit.open()).containsExactly("task_fileRequest", "task_recordDecision");
        permit.file();
        network.completeTask(
                network.tasks(permit.reference, "task_recordDecision").get(1),
                "operator",
                "decision",
                "granted",
                "titleKind",
                "card",
                "titleFrom",
                TestTime.today().toString(),
                "titleUntil",
                TestTime.today().plusYears(10).minusDays(1).toString());
        assertThat(permit.open()).as("the renewal goes on").containsExactly("task_followTitle", "task_recordDecision");
    }

    @Test
    void aConvictionAfterTheTrackHasEndedBeginsTheWayToTheCardToo() {
        PermitCase permit = filed();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "notFiled");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");
        assertThat(permit.open()).isEmpty();

        permit.news("convictedFinally");

        assertThat(permit.open()).containsExactly("task_fileRequest");
        assertThatThrownBy(() -> permit.news("domicileChanged"))
                .hasMessageContaining("nobody watches a title of it any more");
    }

    @Test
    void aSecondConvictionBeginsNoSecondCard() {
        PermitCase permit = PermitCase.granted(network);
        permit.news("convictedFinally");
        permit.news("convictedFinally", "newsOn", TestTime.today().minusDays(1).toString());

        assertThat(tracks.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(PermitTrack::route)
                .containsExactly("complaint", "residentCard");
    }

    @Test
    void aConvictionThatIsReportedAgainBeginsNoSecondCardForWhoeverHoldsOne() {
        PermitCase permit = PermitCase.granted(network);
        permit.news("convictedFinally");
        permit.file();
        permit.complete(
                "task_recordDecision",
                "decision",
                "granted",
                "titleKind",
                "card",
                "titleFrom",
                TestTime.today().toString(),
                "titleUntil",
                TestTime.today().plusYears(10).toString());
        network.completeTask(
                network.tasks(permit.reference, "task_followTitle").get(1), "operator", "titleGoesOn", "lastingTitle");

        permit.news("convictedFinally", "newsOn", TestTime.today().minusDays(1).toString());

        assertThat(tracks.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(PermitTrack::route, PermitTrack::outcome)
                .containsExactly(tuple("complaint", null), tuple("residentCard", "lastingTitle"));
    }

    @ParameterizedTest
    @CsvSource({"complaintWithdrawn", "prosecutorDismissed", "judgeDismissed", "acquitted"})
    void whereTheGroundIsGoneOtherRoutesAreReviewedWhileTheTitleRuns(String news) {
        PermitCase permit = PermitCase.granted(network);

        permit.news(news);
        permit.complete("task_reviewRoutes", "otherRoute", "otherTitle");

        assertThat(permit.open()).containsExactly("task_fileRequest", "task_followTitle");
    }

    @Test
    void otherRoutesMayBeNone() {
        PermitCase permit = PermitCase.granted(network);

        permit.news("acquitted");
        permit.complete("task_reviewRoutes", "otherRoute", "none");

        assertThat(permit.open()).containsExactly("task_followTitle");
    }

    @ParameterizedTest
    @CsvSource({"pending", "convictedNotFinally", "continuedProstitution", "renewedLinks", "publicOrder"})
    void aFactIsKeptWithItsSourceAndDecidesNothing(String fact) {
        PermitCase permit = filed();

        permit.newsFrom("coordinator", fact, "newsSource", "prefecture");

        assertThat(permit.open()).containsExactly("task_recordDecision");
        assertThat(network.shown(network.task(permit.reference, "task_recordDecision"), "operator", "permitFacts"))
                .contains("Prefecture");
    }

    @ParameterizedTest
    @CsvSource({"task_followTitle", "task_fileRequest"})
    void aFactIsSeenAtTheRenewalAndAtTheRequestForTheCardAlike(String task) {
        PermitCase permit = PermitCase.granted(network);
        permit.news("convictedFinally");

        permit.newsFrom("coordinator", "publicOrder", "newsSource", "prefecture");

        assertThat(network.shown(network.task(permit.reference, task), "operator", "permitFacts"))
                .contains("threat to public order");
    }

    @Test
    void theNumberOfATitleIsSealed() {
        PermitCase permit = filed();
        LocalDate from = TestTime.today();
        permit.grant(from, from.plusYears(1).minusDays(1), "sealed_titleNumber", "9903471188");

        assertThat(jdbc.queryForObject(
                        "select count(*) from act_hi_varinst where text_ like '%9903471188%'", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from sealed_value where reference = ? and field = 'sealed_titleNumbersNote'",
                        Integer.class,
                        permit.reference))
                .isEqualTo(1);
    }

    @Test
    void newsOfTomorrowIsRefused() {
        PermitCase permit = filed();

        assertThatThrownBy(() -> permit.news(
                        "acquitted", "newsOn", TestTime.today().plusDays(1).toString()))
                .hasMessageContaining("lies ahead");
    }

    @Test
    void newsNeedsATrackOfItsKind() {
        PermitCase permit = PermitCase.on(network, "asylum");

        assertThatThrownBy(() -> permit.news("acquitted")).hasMessageContaining("has no track of this kind");
    }

    @Test
    void newsOfARouteThatWasBegunAgainGoesToTheOpenTrack() {
        PermitCase permit = PermitCase.of(network, network.arrived("permitNeed", "needed"));
        network.runJobs(permit.reference);
        permit.begin("asylum");
        permit.file();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "notFiled");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");
        permit.complete("task_chooseRoute", "permitRoute", "asylum");

        permit.news(
                "titleArrived",
                "permitRoute",
                "asylum",
                "titleKind",
                "receipt",
                "titleFrom",
                TestTime.today().toString(),
                "titleUntil",
                TestTime.today().plusMonths(6).toString());

        assertThat(jdbc.queryForObject(
                        "select t.closed_at is null from permit_title p join permit_track t on t.id = p.track"
                                + " where p.reference = ?",
                        Boolean.class,
                        permit.reference))
                .isTrue();
    }

    private PermitCase filed() {
        return filed(TestTime.today());
    }

    private PermitCase filed(LocalDate on) {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file("appliedOn", on.toString());
        return permit;
    }

    private Object lastDayShown(PermitCase permit) {
        return network.seen(permit.reference, "task_followTitle", "operator", "permitEndDate");
    }
}
