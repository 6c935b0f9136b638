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
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A title that was recorded wrongly is said anew: that one, and no other. */
@ProcessTest
class TitleCorrectionTest {

    @Autowired
    Network network;

    @Autowired
    Titles titles;

    @Test
    void aWrongDayIsCorrectedLaterAndTheRenewalComesInTime() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();
        permit.grant(today, today.plusYears(10));
        permit.complete("task_checkDates", "datesAre", "asPrinted");

        permit.correct(today, "temporaryPermit", today, today.plusYears(1).minusDays(1));

        assertThat(lastDays(permit))
                .containsExactly(
                        tuple(today.plusYears(10), "corrected"),
                        tuple(today.plusYears(1).minusDays(1), null));
        network.pass(permit.reference, Duration.ofDays(310));
        assertThat(permit.open()).containsExactly("task_fileRequest");
    }

    @Test
    void aReceiptWithAWrongYearGivesThePermitItsClockBackWhenItIsCorrected() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate today = TestTime.today();
        LocalDate end = today.plusYears(1).minusDays(1);
        permit.title("titleArrived", "receipt", today, today.plusYears(10));

        permit.correct(today, "receipt", today, today.plusMonths(3));

        assertThat(lastDays(permit))
                .containsExactly(
                        tuple(end, null), tuple(today.plusYears(10), "corrected"), tuple(today.plusMonths(3), null));
    }

    @Test
    void ofTwoReceiptsTheOneIsCorrectedThatIsMeantAndTheOtherOneKeepsItsClock() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();
        LocalDate next = today.plusMonths(3).plusDays(1);
        permit.title("titleArrived", "receipt", today, today.plusMonths(3));
        permit.title("titleArrived", "receipt", next, next.plusMonths(6));

        permit.correct(today, "receipt", today, today.plusMonths(4));

        assertThat(lastDays(permit))
                .containsExactly(
                        tuple(today.plusMonths(3), "corrected"),
                        tuple(next.plusMonths(6), null),
                        tuple(today.plusMonths(4), null));
    }

    @Test
    void aKindThatWasChosenWronglyIsCorrected() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();
        permit.title("titleArrived", "temporaryPermit", today, today.plusMonths(6));
        permit.complete("task_checkDates", "datesAre", "asPrinted");

        permit.correct(today, "receipt", today, today.plusMonths(6));

        assertThat(titles.findByReferenceOrderById(new CaseReference(permit.reference)))
                .extracting(Title::kind, Title::endedAs)
                .containsExactly(tuple("temporaryPermit", "corrected"), tuple("receipt", null));
    }

    @Test
    void aTitleOfTheWrongYearIsCorrectedAlthoughALongerOneHasCoveredIt() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate today = TestTime.today();
        LocalDate lastYear = today.minusYears(1);
        permit.title("titleArrived", "receipt", lastYear, lastYear.plusMonths(6));
        network.runJobs(permit.reference);

        permit.correct(lastYear, "receipt", today, today.plusMonths(6));

        assertThat(lastDays(permit))
                .containsExactly(
                        tuple(today.plusYears(1).minusDays(1), null),
                        tuple(lastYear.plusMonths(6), "corrected"),
                        tuple(today.plusMonths(6), null));
    }

    @Test
    void twoPeopleCorrectOneTitleAndOneIsLeft() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();
        LocalDate end = today.plusYears(1).minusDays(1);
        permit.grant(today, today.plusYears(10));
        permit.correct(today, "temporaryPermit", today, end);

        permit.complete(
                "task_checkDates",
                "datesAre",
                "corrected",
                "titleFrom",
                today.toString(),
                "titleUntil",
                end.toString());

        assertThat(lastDays(permit))
                .containsExactly(tuple(today.plusYears(10), "corrected"), tuple(end, "corrected"), tuple(end, null));
    }

    @Test
    void aDayOnWhichNoTitleBeginsIsRefusedWithThoseThatThereAre() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate today = TestTime.today();

        assertThatThrownBy(() -> permit.correct(today.plusDays(1), "card", today, today.plusMonths(3)))
                .hasMessageContaining("no title whose first day is")
                .hasMessageContaining("It has titles from %1$td/%1$tm/%1$tY.".formatted(today));
    }

    @Test
    void whereNothingWasRecordedNothingIsCorrected() {
        PermitCase permit = filed();
        LocalDate today = TestTime.today();

        assertThatThrownBy(() -> permit.correct(today, "receipt", today, today.plusMonths(3)))
                .hasMessageContaining("no title that could be corrected");
    }

    @Test
    void aReceiptThatWasRecordedAsACardLeavesTheClockOfTheTitleThatRuns() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate today = TestTime.today();
        Object before = network.seen(permit.reference, "task_followTitle", "operator", "permitEndDate");
        permit.title("titleArrived", "card", today, today.plusYears(4));
        permit.correct(today, "receipt", today, today.plusMonths(3));

        assertThat(network.seen(permit.reference, "task_followTitle", "operator", "permitEndDate"))
                .isEqualTo(before);
    }

    @Test
    void aCardThatWasRecordedWronglyLeavesTheClockOfTheTitleThatLastsLonger() {
        PermitCase permit = PermitCase.granted(network);
        LocalDate today = TestTime.today();
        Object before = network.seen(permit.reference, "task_followTitle", "operator", "permitEndDate");
        permit.title("titleArrived", "card", today.minusDays(3), today.plusYears(10));
        permit.correct(today.minusDays(3), "card", today.minusYears(9), today.minusDays(20));

        assertThat(network.seen(permit.reference, "task_followTitle", "operator", "permitEndDate"))
                .isEqualTo(before);
    }

    private PermitCase filed() {
        PermitCase permit = PermitCase.on(network, "complaint");
        permit.complete("task_recordComplaint");
        permit.file();
        return permit;
    }

    private List<Tuple> lastDays(PermitCase permit) {
        return titles.findByReferenceOrderById(new CaseReference(permit.reference)).stream()
                .map(title -> tuple(title.lastDay(), title.endedAs()))
                .toList();
    }
}
