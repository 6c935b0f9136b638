package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds while a renewal or the card is pending, and what the days on a title are compared with, through the forms. */
@ProcessTest
class WhileItIsPendingTest {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theClockRunsWhileARenewalIsPending() {
        PermitCase permit = PermitCase.granted(network);
        network.pass(permit.reference, Duration.ofDays(300));
        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();

        network.pass(permit.reference, Duration.ofDays(66));

        assertThat(told(permit)).as("two months, a month, a week, and daily").hasSize(3 + 7);
        assertThat(permit.open()).containsExactly("task_preventLapse", "task_recordDecision");
    }

    @Test
    void theClockRunsWhileTheCardIsPending() {
        PermitCase permit = PermitCase.granted(network);
        network.pass(permit.reference, Duration.ofDays(300));
        permit.news("convictedFinally");
        permit.file();
        permit.complete("task_followTitle", "titleGoesOn", "stops");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");
        assertThat(permit.open()).as("only the card is waited for").containsExactly("task_recordDecision");

        network.pass(permit.reference, Duration.ofDays(66));

        assertThat(told(permit)).hasSize(3 + 7);
        assertThat(permit.open()).containsExactly("task_preventLapse", "task_recordDecision");
    }

    @Test
    void remindersComeOnTheirDays() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate last = TestTime.today().plusYears(1).minusDays(1);

        network.pass(permit.reference, Duration.ofDays(364));

        assertThat(told(permit))
                .startsWith(last.minusMonths(2), last.minusMonths(1), last.minusWeeks(1))
                .endsWith(last.minusDays(1), last);
    }

    @Test
    void whoFollowsTheTrackIsRemindedAndAtTheEndTheCoordinationAndTheSupervisorsToo() {
        PermitCase permit = PermitCase.granted(network);
        network.pass(permit.reference, Duration.ofDays(300));
        permit.news("followerChanged", "followedBy", "other", "organisationCode", "bridge");

        network.pass(permit.reference, Duration.ofDays(66));

        assertThat(groupsTold("TITLE_ENDS", permit)).containsExactly("org-bridge");
        assertThat(groupsTold("TITLE_OVER", permit))
                .contains("org-bridge", "coordination", "supervisors")
                .doesNotContain("org-harbour");
    }

    private List<String> groupsTold(String event, PermitCase permit) {
        return jdbc.queryForList(
                "select distinct group_name from notice where event = ? and reference = ? order by group_name",
                String.class,
                event,
                permit.reference);
    }

    @Test
    void aResidentCardOfTenYearsIsRenewed() {
        PermitCase permit = PermitCase.granted(network);
        permit.news("convictedFinally");
        permit.file();
        LocalDate today = TestTime.today();
        permit.grant(today, today.plusYears(9), "titleKind", "card");
        assertThat(network.seen(permit.reference, "task_checkDates", "operator", "expectedUntil"))
                .as("ten years")
                .isEqualTo(today.plusYears(10).minusDays(1).toString());
        permit.complete("task_checkDates", "datesAre", "asPrinted");

        List<Task> followed = network.tasks(permit.reference, "task_followTitle");
        network.completeTask(followed.get(followed.size() - 1), "operator", "titleGoesOn", "renewNow");
        permit.file();
        permit.grant(today.plusYears(9).plusDays(1), today.plusYears(19), "titleKind", "card");

        assertThat(jdbc.queryForList(
                        "select last_day from permit_title where reference = ? and kind = 'card' and ended_as is null",
                        LocalDate.class,
                        permit.reference))
                .containsExactly(today.plusYears(19));
    }

    @ParameterizedTest(name = "{0} from {1}: until {2}")
    @CsvSource({
        "exitPathway, 2027-08-31, 2028-02-28",
        "exitPathway, 2028-02-29, 2028-08-28",
        "exitPathway, 2027-03-28, 2027-09-27",
        "complaint,   2028-02-29, 2029-02-27",
    })
    void theDaysOnATitleAreComparedWithTheRule(String route, LocalDate from, LocalDate until) {
        TestTime.later(Duration.between(
                TestTime.now(), from.atTime(10, 0).atZone(FRANCE).toInstant()));
        PermitCase permit = PermitCase.on(network, route);
        if (route.equals("complaint")) {
            permit.complete("task_recordComplaint");
        } else {
            permit.complete("task_recordPathway", "pathway", "authorised", "afis", "no");
        }
        permit.file();

        permit.grant(from, until.minusDays(1));

        assertThat(network.seen(permit.reference, "task_checkDates", "operator", "expectedUntil"))
                .isEqualTo(until.toString());
        permit.complete(
                "task_checkDates",
                "datesAre",
                "corrected",
                "titleFrom",
                from.toString(),
                "titleUntil",
                until.toString());
        assertThat(permit.open()).as("as the rule says").containsExactly("task_followTitle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "continuedProstitution | Continued prostitution is held against her",
                "renewedLinks | links",
                "publicOrder | A threat to public order is held against her"
            })
    void aFactIsSeenWhereverItIsDecidedOn(String fact, String words) {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        permit.newsFrom("coordinator", fact, "newsSource", "prefecture");
        assertFactIsSeen(permit, "at the first decision", words);
        LocalDate today = TestTime.today();
        permit.grant(today, today.plusYears(1).minusDays(1));

        permit.complete("task_followTitle", "titleGoesOn", "renewNow");
        permit.file();
        assertFactIsSeen(permit, "at the renewal", words);
        permit.grant(today, today.plusYears(1).minusDays(1));

        permit.news("convictedFinally");
        permit.file();
        assertFactIsSeen(permit, "at the card", words);
    }

    private void assertFactIsSeen(PermitCase permit, String when, String words) {
        assertThat(network.shown(network.task(permit.reference, "task_recordDecision"), "operator", "permitFacts"))
                .as(when)
                .containsIgnoringCase(words)
                .contains("Prefecture");
    }

    /** Days of the reminders, in France. */
    private List<LocalDate> told(PermitCase permit) {
        return jdbc.queryForList(
                "select distinct (made_at at time zone 'Europe/Paris')::date as day from notice"
                        + " where event = 'TITLE_ENDS' and reference = ? order by day",
                LocalDate.class,
                permit.reference);
    }
}
