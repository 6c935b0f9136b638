package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The days that are printed on a title, and the clock of its last day. */
@ProcessTest
class TitleTest {

    @Autowired
    Network network;

    @Autowired
    Titles titles;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest(name = "{1} from {0}: until {2}, or the day after")
    @CsvSource({
        "2026-08-31, P6M,  2027-02-27",
        "2027-08-31, P6M,  2028-02-28",
        "2024-02-29, P1Y,  2025-02-27",
        "2026-02-28, P1Y,  2027-02-27",
        "2026-10-25, P6M,  2027-04-24",
        "2026-03-29, P30D, 2026-04-27",
        "2026-11-01, P10Y, 2036-10-31",
    })
    void theLastDayThatTheRuleExpects(LocalDate from, Period length, LocalDate until) {
        Printed printed = new Printed("temporaryPermit", from, until, true);

        assertThat(printed.expectedUntil(length)).isEqualTo(until);
        assertThat(printed.isAsExpected(length)).isTrue();
        assertThat(new Printed("temporaryPermit", from, until.plusDays(1), true).isAsExpected(length))
                .isTrue();
        assertThat(new Printed("temporaryPermit", from, until.minusDays(1), true).isAsExpected(length))
                .isFalse();
    }

    @Test
    void theLawOfItsFirstDayHoldsForEachTitleWhenTheLawChangesInTheMiddleOfATrack() {
        TestTime.later(Duration.between(
                TestTime.now(),
                LocalDate.of(2021, 1, 10)
                        .atTime(10, 0)
                        .atZone(ZoneId.of("Europe/Paris"))
                        .toInstant()));
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        permit.grant(LocalDate.of(2021, 1, 10), LocalDate.of(2021, 7, 9));
        assertThat(permit.open()).as("six months, before 1 May").containsExactly("task_followTitle");
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();

        permit.grant(LocalDate.of(2021, 7, 10), LocalDate.of(2022, 1, 9));

        assertThat(network.seen(permit.reference, "task_checkDates", "operator", "expectedUntil"))
                .as("a year, since 1 May")
                .isEqualTo("2022-07-09");
    }

    @Test
    void aReminderComesAtTheSameHourInFranceBeforeAndAfterSummerTimeBegins() {
        LocalDate summer = TestTime.today().plusDays(70);
        while (summer.getMonthValue() != 3) {
            summer = summer.plusDays(1);
        }
        summer = summer.with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        LocalDate until = summer.plusDays(33);
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        permit.grant(until.minusYears(1).plusDays(1), until);
        LocalDateTime before = reminder(permit);

        network.pass(
                permit.reference,
                Duration.between(
                        TestTime.now(),
                        summer.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant()));

        assertThat(before.toLocalDate()).isEqualTo(until.minusMonths(2)).isBefore(summer);
        assertThat(reminder(permit)).isEqualTo(until.minusMonths(1).atTime(before.toLocalTime()));
    }

    private LocalDateTime reminder(PermitCase permit) {
        return jdbc.queryForObject(
                "select due_at at time zone 'Europe/Paris' from deadline"
                        + " where reference = ? and activity = 'timer_reminder' and state = 'RUNNING'",
                LocalDateTime.class,
                permit.reference);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, first day {3}: {4}")
    @CsvSource({
        "complaint,    temporaryPermit,   ceseda,  2021-04-30, P6M",
        "complaint,    temporaryPermit,   ceseda,  2021-05-01, P1Y",
        "complaint,    temporaryPermit,   law2003, 2026-05-01, P6M",
        "complaint,    reflectionReceipt, ceseda,  2026-05-01, P30D",
        "exitPathway,  temporaryPermit,   ceseda,  2026-05-01, P6M",
        "residentCard, card,              ceseda,  2026-05-01, P10Y",
        "asylum,       card,              ceseda,  2026-05-01, P10Y",
        "otherTitle,   temporaryPermit,   ceseda,  2026-05-01, none",
        "complaint,    receipt,           ceseda,  2026-05-01, none",
    })
    void whichRuleHoldsOnWhichDayIsARow(String route, String kind, String rules, String from, String length) {
        Object decided = engine.getDecisionService()
                .evaluateDecisionTableByKey("residence-permit")
                .variables(Map.of("permitRoute", route, "titleKind", kind, "permitRules", rules, "titleFrom", from))
                .evaluate()
                .getSingleEntry();

        assertThat(decided).isEqualTo(length);
    }

    @Test
    void whatIsPrintedHoldsAndADifferenceIsLookedAtOnceMore() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();
        permit.grant(today, today.plusMonths(6));
        assertThat(permit.open()).containsExactly("task_checkDates");
        assertThat(network.seen(permit.reference, "task_checkDates", "operator", "expectedUntil"))
                .isEqualTo(today.plusYears(1).minusDays(1).toString());

        assertThat(running(permit)).as("its clock runs at once").containsExactly(today.plusMonths(6));

        permit.complete("task_checkDates", "datesAre", "asPrinted");

        assertThat(running(permit)).containsExactly(today.plusMonths(6));
    }

    @Test
    void aTypingErrorIsCorrectedAndComparedAgain() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();
        permit.grant(today, today.plusYears(11));

        permit.complete(
                "task_checkDates",
                "datesAre",
                "corrected",
                "titleFrom",
                today.toString(),
                "titleUntil",
                today.plusYears(1).minusDays(1).toString());

        assertThat(running(permit)).containsExactly(today.plusYears(1).minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"-1, lies before its first day", "7000, No title lasts so long"})
    void impossibleDaysAreRefusedAndNothingIsLost(int days, String words) {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();

        assertThatThrownBy(() -> permit.grant(today, today.plusDays(days))).hasMessageContaining(words);
        assertThat(permit.open()).containsExactly("task_recordDecision");
    }

    @Test
    void theWindowOfTheRenewalOpensTwoMonthsBeforeTheEnd() {
        PermitCase permit = PermitCase.granted(network);

        network.pass(permit.reference, Duration.ofDays(300));
        assertThat(permit.open()).containsExactly("task_followTitle");
        network.pass(permit.reference, Duration.ofDays(8));

        assertThat(permit.open()).containsExactly("task_fileRequest");
    }

    @Test
    void theWindowOfATitleThatIsRenewedOnlineIsOpenFromDay120ToDay60() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file("channel", "online");
        LocalDate last = TestTime.today().plusYears(1).minusDays(1);
        permit.grant(TestTime.today(), last);

        network.pass(permit.reference, Duration.ofDays(246));

        assertThat(permit.open()).containsExactly("task_fileRequest");
        assertThat(network.task(permit.reference, "task_fileRequest").getDueDate())
                .isEqualTo(Date.from(last.minusDays(60)
                        .atTime(9, 0)
                        .atZone(ZoneId.of("Europe/Paris"))
                        .toInstant()));
    }

    @Test
    void aRenewalOnTheLastDayBeginsTheNextTitle() {
        PermitCase permit = PermitCase.granted(network);
        network.pass(permit.reference, Duration.ofDays(364));
        permit.file();
        LocalDate from = TestTime.today().plusDays(1);

        permit.grant(from, from.plusYears(1).minusDays(1));

        assertThat(running(permit)).containsExactly(from.plusYears(1).minusDays(1));
        assertThat(permit.open()).containsExactly("task_followTitle");
    }

    @Test
    void aShorterTitleNeverShortensAnother() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate today = TestTime.today();

        permit.title("titleArrived", "receipt", today, today.plusMonths(3));

        assertThat(running(permit)).containsExactly(today.plusYears(1).minusDays(1), today.plusMonths(3));
        network.pass(permit.reference, Duration.ofDays(200));
        assertThat(permit.open()).contains("task_followTitle");
    }

    @Test
    void aTitleThatLastsAsLongTakesThePlaceOfAnotherUnlessADayLiesBetween() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate next = TestTime.today().plusYears(1);
        permit.title("titleArrived", "prolongation", next, next.plusMonths(3));
        assertThat(running(permit)).containsExactly(next.plusMonths(3));

        LocalDate gap = next.plusMonths(3).plusDays(2);
        permit.title("titleArrived", "prolongation", gap, gap.plusMonths(3));
        assertThat(running(permit)).containsExactly(next.plusMonths(3), gap.plusMonths(3));
    }

    @Test
    void somebodyIsToldTwoMonthsAMonthAWeekBeforeAndDailyThen() {
        PermitCase permit = PermitCase.granted(network);

        network.pass(permit.reference, Duration.ofDays(364));

        assertThat(told("TITLE_ENDS", permit)).isEqualTo(3 + 7);
        network.pass(permit.reference, Duration.ofDays(2));
        assertThat(told("TITLE_ENDS", permit)).isEqualTo(3 + 7);
        assertThat(told("TITLE_OVER", permit))
                .as("whoever follows it, the coordination, and the supervisors")
                .isEqualTo(3);
        assertThat(permit.open()).contains("task_preventLapse");
    }

    @Test
    void theClockRunsAlsoWhileAnAppealIsPending() {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "filed");

        network.pass(permit.reference, Duration.ofDays(366));

        assertThat(permit.open()).containsExactly("task_preventLapse", "task_recordJudgment");
    }

    @Test
    void aSupervisorActsOnATitleThatIsOver() {
        PermitCase permit = PermitCase.granted(network);
        network.pass(permit.reference, Duration.ofDays(366));
        network.complete(permit.reference, "task_preventLapse", "supervisor", "lapseAction", "askAgain");
        network.pass(permit.reference, Duration.ofDays(8));
        LocalDate today = TestTime.today();

        network.complete(
                permit.reference,
                "task_preventLapse",
                "supervisor",
                "lapseAction",
                "newTitle",
                "titleKind",
                "receipt",
                "titleFrom",
                today.toString(),
                "titleUntil",
                today.plusMonths(3).toString());

        assertThat(running(permit)).containsExactly(today.plusMonths(3));
    }

    @Test
    void aTitleThatIsOverMayHaveNoOther() {
        PermitCase permit = PermitCase.granted(network);
        network.pass(permit.reference, Duration.ofDays(366));

        network.complete(permit.reference, "task_preventLapse", "supervisor", "lapseAction", "noTitle");

        assertThat(running(permit)).isEmpty();
        assertThat(permit.open()).containsExactly("task_fileRequest");
    }

    @Test
    void aNewTitleOfAYearIsRecordedByASupervisorAndComparedWithTheRule() {
        PermitCase permit = PermitCase.granted(network);
        network.pass(permit.reference, Duration.ofDays(366));
        LocalDate today = TestTime.today();

        network.complete(
                permit.reference,
                "task_preventLapse",
                "supervisor",
                "lapseAction",
                "newTitle",
                "titleKind",
                "temporaryPermit",
                "titleFrom",
                today.toString(),
                "titleUntil",
                today.plusMonths(6).toString());

        permit.complete("task_checkDates", "datesAre", "asPrinted");
        assertThat(running(permit)).containsExactly(today.plusMonths(6));
    }

    @Test
    void aReceiptIsNoDecision() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();

        assertThatThrownBy(() -> permit.complete(
                        "task_recordDecision",
                        "decision",
                        "granted",
                        "titleKind",
                        "receipt",
                        "titleFrom",
                        today.toString(),
                        "titleUntil",
                        today.plusMonths(3).toString()))
                .hasMessageContaining("is no decision");
    }

    @Test
    void aPermitThatEndsBeforeItsReceiptIsFollowedAllTheSame() {
        PermitCase permit = PermitCase.on(network, "exitPathway");
        LocalDate today = TestTime.today();
        permit.complete("task_recordPathway");
        permit.complete(
                "task_fileRequest",
                "titleKind",
                "receipt",
                "titleFrom",
                today.toString(),
                "titleUntil",
                today.plusMonths(8).toString());

        permit.grant(today, today.plusMonths(6).minusDays(1));

        assertThat(permit.open()).containsExactly("task_followTitle");
    }

    @Test
    void nobodyIsAlarmedByAReceiptThatEndsWhileTheCardRuns() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate today = TestTime.today();
        permit.title("titleArrived", "receipt", today, today.plusMonths(3));

        network.pass(permit.reference, Duration.ofDays(100));

        assertThat(permit.open()).containsExactly("task_followTitle");
        assertThat(told("TITLE_OVER", permit)).isZero();
        assertThat(running(permit)).containsExactly(today.plusYears(1).minusDays(1));
    }

    @Test
    void aTitleOfAClosedTrackIsCorrectedAllTheSame() {
        PermitCase permit = PermitCase.granted(network);
        permit.complete("task_followTitle", "titleGoesOn", "stops");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");
        LocalDate today = TestTime.today();

        permit.title("titleArrived", "prolongation", today, today.plusMonths(15));

        assertThat(running(permit)).containsExactly(today.plusMonths(15));
    }

    private PermitCase filed() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        return permit;
    }

    /** Last days that are watched, each by one clock. */
    private List<LocalDate> running(PermitCase permit) {
        List<Title> watched = titles.findByReferenceOrderById(new CaseReference(permit.reference)).stream()
                .filter(title -> title.endedAs() == null)
                .toList();
        watched.forEach(title -> assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("title")
                        .variableValueEquals("titleId", title.id())
                        .count())
                .as("clocks of %s", title.lastDay())
                .isOne());
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("title")
                        .processInstanceBusinessKey(permit.reference)
                        .count())
                .isEqualTo(watched.size());
        return watched.stream().map(Title::lastDay).toList();
    }

    private int told(String event, PermitCase permit) {
        return jdbc.queryForObject(
                "select count(*) from notice where event = ? and reference = ?",
                Integer.class,
                event,
                permit.reference);
    }
}
