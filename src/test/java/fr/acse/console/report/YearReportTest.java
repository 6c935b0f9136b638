package fr.acse.console.report;

import static fr.acse.console.report.InventedYear.YEAR;
import static fr.acse.console.report.InventedYear.euros;
import static fr.acse.console.report.InventedYear.lines;
import static fr.acse.console.report.InventedYear.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The yearly report of invented years, as the coordination gets it. */
class YearReportTest extends OfAnInventedYear {

    @Autowired
    YearFigures figures;

    @Test
    void staysAreCountedByHowTheyEndedAndHowLongTheyWere() throws IOException {
        year.invent(50, "PLACE_PROPOSED", "PT12H", 0);
        year.end(0, 20, "COMPLETED", "2012-08-15");
        year.end(20, 35, "DISAPPEARED", "2012-03-10");
        year.end(35, 50, "WITHDRAWN", "2012-03-10");

        JsonNode report = year.report();

        assertThat(value(report, "The stay was completed")).isEqualTo(20);
        assertThat(value(report, "She has disappeared")).isEqualTo(15);
        assertThat(value(report, "Withdrawn")).isEqualTo(15);
        assertThat(value(report, "Stay of less than a month")).isEqualTo(15);
        assertThat(value(report, "Stay of less than six months")).isEqualTo(20);
    }

    @Test
    void permitsAreCountedByStage() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 40; each++) {
            String reference = year.cases.get(each);
            int track = year.track(reference, each % 8 < 5 ? "complaint" : "asylum", "2012-04-01");
            year.title(track, reference, each < 15 ? "reflectionReceipt" : "temporaryPermit");
        }
        year.closeTracks(14, 26, "stoppedBeforeApplying");

        JsonNode report = year.report();

        assertThat(value(report, "Complaint or testimony")).isEqualTo(25);
        assertThat(value(report, "Asylum")).isEqualTo(15);
        assertThat(value(report, "Receipt of the period of reflection")).isEqualTo(15);
        assertThat(value(report, "Temporary permit")).isEqualTo(25);
        assertThat(value(report, "Stopped by her before it was applied for")).isEqualTo(12);
        assertThat(lines(report)).noneMatch(line -> line.path("label").asText().equals("Something else"));
    }

    /** Rows that are written again come in another order where nobody asks for one. */
    @Test
    void whatHappenedAtTheSameTimeIsCountedTheSameEachTime() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        for (String reference : year.cases) {
            int track = year.track(reference, "complaint", "2012-04-01");
            year.title(track, reference, "reflectionReceipt");
            year.title(track, reference, "temporaryPermit");
        }
        jdbc.update(
                "insert into orientation_request (id, reference, submitted_at, due_at, answered_at, outcome, answered_by)"
                        + " select gen_random_uuid(), reference, submitted_at, due_at, answered_at, 'WITHDRAWN', answered_by"
                        + " from orientation_request where submitted_at < '2013-01-01'");
        JsonNode report = year.report();
        jdbc.update("update permit_title set kind = kind where kind = 'reflectionReceipt'");
        jdbc.update("update orientation_request set outcome = outcome where outcome = 'PLACE_PROPOSED'");

        assertThat(lines(year.report())).isEqualTo(lines(report));
    }

    @Test
    void moneyIsWhatTheNetworkSpends() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 25; each++) {
            jdbc.update(
                    "update allowance set advanced_by = 's01', waived = ? where reference = ?",
                    each < 12,
                    year.cases.get(each));
            UUID claim = UUID.randomUUID();
            jdbc.update(
                    "insert into travel_claim (id, reference, operator, person_cents, state, opened_at)"
                            + " values (?, ?, 'harbour', 8000, 'APPROVED', timestamptz '2012-03-06 10:00+00')",
                    claim,
                    year.cases.get(each));
            jdbc.update(
                    "insert into payment_order (id, claim, end_to_end_id, amount_cents, state, ordered_at)"
                            + " values (?, ?, ?, 8000, 'PAID', timestamptz '2012-03-07 10:00+00')",
                    UUID.randomUUID(),
                    claim,
                    claim.toString().replace("-", ""));
        }

        JsonNode report = year.report();

        assertThat(euros(report, "From the money of the network")).isEqualTo("4560.00");
        assertThat(euros(report, "Advanced by a shelter"))
                .as("12 of them want nothing back")
                .isEqualTo("3952.00");
        assertThat(value(report, "Women whose journey is reimbursed")).isEqualTo(25);
        assertThat(euros(report, "Women whose journey is reimbursed")).isEqualTo("2000.00");
    }

    @Test
    void refusalsAreCountedByTheirReason() throws IOException {
        year.invent(30, "REFUSED", "P1D", 0);
        year.invent(20, "WITHDRAWN", "P1D", 0);
        for (int each = 0; each < 30; each++) {
            jdbc.update(
                    "update orientation_request set refusal_motive = ? where reference = ?",
                    each < 18 ? "noCapacity" : "securityOfOthers",
                    year.cases.get(each));
        }

        JsonNode report = year.report();

        assertThat(value(report, "No place in the whole network")).isEqualTo(18);
        assertThat(value(report, "Security of the other residents")).isEqualTo(12);
        assertThat(value(report, "Withdrawn before an answer")).isEqualTo(20);
    }

    @Test
    void whoIsAskedForAgainOrMovesIsCountedOnce() throws IOException {
        year.invent(12, "PLACE_PROPOSED", "PT12H", 0);
        jdbc.update(
                "insert into orientation_request (id, reference, submitted_at, due_at, answered_at, outcome, answered_by)"
                        + " select gen_random_uuid(), reference, submitted_at + interval '60 days', due_at + interval '60 days',"
                        + " answered_at + interval '60 days', outcome, answered_by from orientation_request where submitted_at < '2013-01-01'");

        assertThat(value(year.report(), "Women for whom a shelter was asked for, by the last request"))
                .isEqualTo(12);
    }

    @Test
    void aWomanWithTwoCasesIsCountedOnce() throws IOException {
        year.invent(24, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 13; each++) {
            jdbc.update(
                    "insert into same_woman (reference, earlier, decided_by, decided_at) values (?, ?, 'coordinator', now())",
                    year.cases.get(each + 1),
                    year.cases.get(each));
        }
        jdbc.update(
                "update same_woman set undone_by = 'coordinator', undone_at = now() where reference = ?",
                year.cases.get(13));

        JsonNode report = year.report();

        assertThat(value(report, "Women for whom a shelter was asked for, by the last request"))
                .as("13 cases of one woman, 11 others")
                .isEqualTo(12);
        assertThat(value(report, "Women who arrived at a shelter")).isEqualTo(12);
        assertThat(value(report, "Women to whom an allowance was handed over")).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"operator", "shelter", "finance", "analyst"})
    void nobodyElseReadsIt(String person) {
        for (String file : List.of("", "/csv", "/pdf")) {
            assertThat(year.get(person, file).statusCode()).as(file).isEqualTo(403);
        }
        assertThat(Visitors.call(port, person, "POST", "own:/report/" + YEAR + "/keep", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"2000", "2100", "20122", "xx", "-2012"})
    void whatIsNoYearOfTheNetworkIsRefused(String year) {
        assertThat(Visitors.call(port, "coordinator", "GET", "own:/report/" + year, null)
                        .body())
                .contains("please choose a year from 2001");
    }

    @Test
    void theYearBeginsAtMidnightInFrance() throws IOException {
        year.invent(12, "PLACE_PROPOSED", "PT12H", 0);
        jdbc.update(
                "update orientation_request set submitted_at = timestamptz '2011-12-31 23:30:00+00' where submitted_at < '2013-01-01'");

        assertThat(value(year.report(), "Women for whom a shelter was asked for, by the last request"))
                .isEqualTo(12);
        assertThat(figures.of(Year.of(2011)).get(0).value()).isZero();
    }
}
