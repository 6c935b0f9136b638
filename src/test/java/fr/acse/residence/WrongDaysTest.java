package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Days of a request that somebody types wrongly: refused if they cannot be, corrected if they could. */
@ProcessTest
class WrongDaysTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aDayOfTheRequestThatWasTypedWronglyIsCorrectedAndTheSilenceIsCountedFromTheRightOne() {
        LocalDate today = TestTime.today();
        PermitCase permit = filed(today.minusDays(30));
        assertThat(network.seen(permit.reference, "task_recordDecision", "operator", "appliedOn"))
                .isEqualTo(today.minusDays(30).toString());
        permit.complete(
                "task_recordDecision",
                "decision",
                "dayWrong",
                "rightAppliedOn",
                today.minusDays(3).toString());

        assertThat(network.seen(permit.reference, "task_recordDecision", "operator", "appliedOn"))
                .isEqualTo(today.minusDays(3).toString());
        long days = ChronoUnit.DAYS.between(today, today.minusDays(3).plusMonths(4));
        network.pass(permit.reference, Duration.ofDays(days - 1));
        assertThat(permit.open()).containsExactly("task_recordDecision");
        network.pass(permit.reference, Duration.ofDays(2));
        assertThat(permit.open()).containsExactly("task_decideAppeal");
    }

    @Test
    void aRefusalThatWasRecordedWronglyIsCorrectedBeforeItsAppealIsTooLate() {
        LocalDate today = TestTime.today();
        PermitCase permit = filed(today.minusDays(60));
        permit.refuse("notifiedOn", today.minusDays(1).toString(), "obligation", "none");

        permit.complete(
                "task_decideAppeal",
                "appeal",
                "recordedWrongly",
                "rightNotifiedOn",
                today.minusDays(11).toString(),
                "rightObligation",
                "leave");

        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "courtUntil"))
                .isEqualTo(today.minusDays(11).plusMonths(1).toString());
        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "informalUntil"))
                .isNull();
        permit.complete("task_decideAppeal", "appeal", "filed", "appealFiledOn", today.toString());
        permit.complete("task_recordJudgment", "judgment", "lost", "judgedOn", today.toString());
        permit.complete(
                "task_decideAppeal",
                "appeal",
                "recordedWrongly",
                "rightNotifiedOn",
                today.toString(),
                "rightObligation",
                "none");
        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "courtUntil"))
                .as("of a judgment, without an obligation to leave")
                .isEqualTo(today.plusMonths(2).toString());
    }

    @Test
    void aRequestOfTheWrongYearStartsNoClock() {
        PermitCase permit = PermitCase.on(network, "asylum");
        LocalDate today = TestTime.today();

        assertThatThrownBy(() -> permit.file("appliedOn", today.plusDays(1).toString()))
                .hasMessageContaining("Day of the request")
                .hasMessageContaining("lies ahead");
        assertThatThrownBy(() -> permit.file("appliedOn", today.minusYears(27).toString()))
                .hasMessageContaining("more than 10 years ago. Please look at the year");
        assertThat(permit.open()).containsExactly("task_fileRequest");
    }

    @Test
    void nobodyIsToldBeforeTheyAskedAndNobodyAppealsTomorrow() {
        PermitCase permit = filed(TestTime.today());
        LocalDate today = TestTime.today();

        assertThatThrownBy(
                        () -> permit.refuse("notifiedOn", today.minusMonths(2).toString()))
                .hasMessageContaining("She was told on")
                .hasMessageContaining("Please look at both days");
        permit.refuse("notifiedOn", today.toString());
        assertThatThrownBy(() -> permit.complete(
                        "task_decideAppeal",
                        "appeal",
                        "filed",
                        "appealFiledOn",
                        today.plusDays(1).toString()))
                .hasMessageContaining("Day of the appeal");
        permit.complete("task_decideAppeal", "appeal", "filed", "appealFiledOn", today.toString());
        assertThatThrownBy(() -> permit.complete(
                        "task_recordJudgment",
                        "judgment",
                        "lost",
                        "judgedOn",
                        today.minusDays(1).toString()))
                .hasMessageContaining("Please look at both days");
        assertThat(permit.open()).containsExactly("task_recordJudgment");
    }

    @Test
    void nobodyIsToldOfARefusalTomorrow() {
        PermitCase permit = filed(TestTime.today());

        assertThatThrownBy(() ->
                        permit.refuse("notifiedOn", TestTime.today().plusDays(1).toString()))
                .hasMessageContaining("lies ahead");
        assertThat(permit.open()).containsExactly("task_recordDecision");
    }

    @Test
    void aSilenceThatCameFromAWrongDayIsCountedAnewFromTheRightOne() {
        LocalDate today = TestTime.today();
        PermitCase permit = filed(today.minusMonths(5));
        network.pass(permit.reference, Duration.ofMinutes(1));
        assertThat(permit.open()).containsExactly("task_decideAppeal");
        permit.complete("task_decideAppeal", "appeal", "decidedAfterAll");

        permit.complete(
                "task_recordDecision",
                "decision",
                "dayWrong",
                "rightAppliedOn",
                today.minusMonths(1).toString());

        assertThat(jdbc.queryForObject(
                        "select (due_at at time zone 'Europe/Paris')::date::text from deadline"
                                + " where reference = ? and activity = 'timer_silence' and state = 'RUNNING'",
                        String.class,
                        permit.reference))
                .isEqualTo(today.minusMonths(1).plusMonths(4).toString());
    }

    @Test
    void anAppealThatCannotBeIsRefused() {
        LocalDate today = TestTime.today();
        PermitCase permit = filed(today.minusDays(60));
        permit.refuse("notifiedOn", today.minusDays(5).toString(), "obligation", "leave");

        assertThatThrownBy(() -> permit.complete(
                        "task_decideAppeal",
                        "appeal",
                        "filed",
                        "appealKind",
                        "informal",
                        "appealFiledOn",
                        today.toString()))
                .hasMessageContaining("no appeal to the prefect or the minister");
        assertThatThrownBy(() -> permit.complete(
                        "task_decideAppeal",
                        "appeal",
                        "filed",
                        "appealKind",
                        "court",
                        "appealFiledOn",
                        today.minusDays(6).toString()))
                .hasMessageContaining("is before")
                .hasMessageContaining("the day on which she was told");
        permit.complete("task_decideAppeal", "appeal", "filed", "appealFiledOn", today.toString());
        assertThatThrownBy(() -> permit.complete(
                        "task_recordJudgment",
                        "judgment",
                        "won",
                        "judgedOn",
                        today.minusDays(1).toString()))
                .hasMessageContaining("Please look at both days");
    }

    @Test
    void afterAnAppealThatWasWonTheNextRefusalHasDaysOfItsOwnAndTheSilenceIsCountedAnew() {
        LocalDate today = TestTime.today();
        PermitCase permit = filed(today.minusDays(60));
        permit.refuse("notifiedOn", today.minusDays(5).toString());
        permit.complete("task_decideAppeal", "appeal", "filed", "appealFiledOn", today.toString());
        permit.complete("task_recordJudgment", "judgment", "won", "judgedOn", today.toString());

        assertThat(network.seen(permit.reference, "task_recordDecision", "operator", "notifiedOn"))
                .isNull();
        assertThat(clocks(permit)).containsExactly("timer_silence");
        permit.complete(
                "task_recordDecision",
                "decision",
                "dayWrong",
                "rightAppliedOn",
                today.minusDays(61).toString());
        assertThat(clocks(permit)).containsExactly("timer_silence");
        permit.refuse();
        assertThat(network.seen(permit.reference, "task_decideAppeal", "operator", "appealFiledOn"))
                .isNull();
    }

    /** What supervisors see running of the request. */
    private List<String> clocks(PermitCase permit) {
        return jdbc.queryForList(
                "select activity from deadline where reference = ? and process = 'permit-request' and state = 'RUNNING'",
                String.class,
                permit.reference);
    }

    private PermitCase filed(LocalDate on) {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file("appliedOn", on.toString());
        return permit;
    }
}
