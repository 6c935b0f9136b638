package fr.acse.console.report;

import static fr.acse.console.report.InventedYear.euros;
import static fr.acse.console.report.InventedYear.lines;
import static fr.acse.console.report.InventedYear.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acse.words.Words;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of invented years, neither the yearly report nor what people work out from it says anything of few women. */
class HiddenCountsTest extends OfAnInventedYear {

    @Test
    void aSmallYearSaysNothingOfAnybody() throws IOException {
        year.invent(7, "PLACE_PROPOSED", "P1D", 1);
        year.invent(3, "REFUSED", "P3D", 0);

        JsonNode report = year.report();

        assertThat(lines(report)).allMatch(line -> line.path("value").isNull());
        assertThat(lines(report)).allMatch(line -> line.path("euros").isNull());
    }

    @Test
    void aLargeYearShowsWhatIsLargeAndHidesWhatIsSmallOrFollowsFromIt() throws IOException {
        year.invent(120, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(40, "PLACE_PROPOSED", "P1DT12H", 2);
        year.invent(30, "REFUSED", "P3D", 0);
        year.invent(4, "WAITING_LIST", "P1D", 0);
        year.invent(15, "EMERGENCY_HOUSING", "P1D", 0);

        JsonNode report = year.report();

        assertThat(value(report, "Women for whom a shelter was asked for, by the last request"))
                .isEqualTo(209);
        assertThat(value(report, "A place was found")).isEqualTo(160);
        assertThat(value(report, "Place found within a day")).isEqualTo(120);
        assertThat(value(report, "Put on the waiting list")).as("only 4").isNull();
        assertThat(value(report, "Handed over to the emergency housing (115)"))
                .as("15, by which the 4 could be worked out")
                .isNull();
        assertThat(value(report, "Answered later")).isEqualTo(30);
        assertThat(value(report, "Women who arrived at a shelter")).isEqualTo(160);
        assertThat(value(report, "Within two days of the first request")).isEqualTo(160);
        assertThat(value(report, "With children")).isEqualTo(40);
        assertThat(lines(report))
                .as("nobody waited for a month")
                .noneMatch(line -> line.path("label").asText().equals("Within a month"));
        assertThat(value(report, "Children who arrived with them")).isEqualTo(80);
        assertThat(lines(report).stream()
                        .filter(line ->
                                line.path("label").asText().equals("Women to whom an allowance was handed over"))
                        .map(line -> line.path("euros").asText()))
                .containsExactly("48640.00");
        assertThat(lines(report).stream()
                        .filter(line -> !line.path("value").isNull())
                        .map(line -> line.path("value").asLong()))
                .allMatch(value -> value >= 11);
    }

    @Test
    void aDifferenceOfTwoTablesSaysNothingOfFew() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(4, "REFUSED", "P3D", 0);

        assertThat(value(year.report(), "Women for whom a shelter was asked for, by the last request"))
                .as("44, by which the 40 who arrived tell of 4 refusals")
                .isNull();
        assertThat(value(year.report(), "Women who arrived at a shelter")).isEqualTo(40);
    }

    @Test
    void ofASmallYearNoTwoTablesTellOfOneRefusal() throws IOException {
        year.invent(9, "PLACE_PROPOSED", "PT20H", 0);
        year.invent(3, "PLACE_PROPOSED", "PT60H", 2);
        year.invent(1, "REFUSED", "PT20H", 0);

        JsonNode report = year.report();

        assertThat(value(report, "Women who arrived at a shelter")).isEqualTo(12);
        assertThat(value(report, "Women for whom a shelter was asked for, by the last request"))
                .as("13, so one was refused")
                .isNull();
        assertThat(lines(report))
                .as("not even that somebody waited longer")
                .noneMatch(line -> line.path("label").asText().equals("Answered later"));
    }

    @Test
    void tablesWithDifferentWomenAreNotTakenFromEachOther() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        year.change(0, 3, "update allowance set handed_over_on = date '2013-01-02'");
        assertThat(value(year.report(), "Women to whom an allowance was handed over"))
                .as("37 of the 40 who arrived")
                .isNull();

        year.change(39, 40, "update journey set ended_at = timestamptz '2011-12-30 12:00+00'");

        assertThat(value(year.report(), "Women who arrived at a shelter"))
                .as("39, but one of the 37 arrived the year before")
                .isEqualTo(39);
        assertThat(value(year.report(), "Women to whom an allowance was handed over"))
                .isEqualTo(37);
    }

    @Test
    void fewWhoArrivedTheYearBeforeAreNotFoundByADifference() throws IOException {
        year.invent(43, "PLACE_PROPOSED", "PT12H", 0);
        year.change(0, 3, "update journey set ended_at = timestamptz '2011-12-30 12:00+00'");

        assertThat(value(year.report(), "Women who arrived at a shelter")).isEqualTo(40);
        assertThat(value(year.report(), "Women to whom an allowance was handed over"))
                .as("43, so 3 had it a year after they arrived")
                .isNull();
    }

    @Test
    void stagesFarFromEachOtherSayNothingOfFewByTheirDifference() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        year.change(0, 1, "delete from allowance");
        year.cases.subList(3, 40).forEach(reference -> {
            int track = year.track(reference, "complaint", "2011-12-29");
            year.title(track, reference, "receipt");
        });
        year.change(39, 40, "update journey set ended_at = timestamptz '2011-12-30 12:00+00'");

        JsonNode report = year.report();

        assertThat(value(report, "Women to whom an allowance was handed over")).isEqualTo(39);
        assertThat(value(report, "Women who got a title or a receipt, by the one that lasts longest"))
                .as("37, so 2 had the money and no title; neither table lies in the arrivals")
                .isNull();
    }

    @Test
    void whoTakesOffThoseWhoNeedNoPermitFindsNoFew() throws IOException {
        year.invent(80, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 60; each++) {
            String reference = year.cases.get(each);
            int track = year.track(reference, each < 17 ? "noneNeeded" : "asylum", "2012-04-01");
            if (each >= 20) {
                year.title(track, reference, "receipt");
            }
        }

        assertNotAllShown(
                "60 - 17 - 40 = 3 need a permit and got nothing",
                "report.tracks",
                "report.route.noneNeeded",
                "report.titles");
    }

    @Test
    void whoArrivedAndIsAskedForAgainMakesNoFewVisible() throws IOException {
        year.invent(42, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(2, "WITHDRAWN", "PT12H", 0);
        year.change(0, 4, "delete from journey");
        year.change(41, 42, "update orientation_request set outcome = 'WITHDRAWN'");

        assertNotAllShown(
                "44 - 38 = 6 did not arrive, whatever became of their last request",
                "report.requests",
                "report.arrivals");
    }

    @Test
    void whoTakesOffArrivalsAndEndsFindsNoFewWhoStillWait() throws IOException {
        year.invent(60, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(18, "REFUSED", "PT12H", 0);
        year.invent(22, "WAITING_LIST", "PT12H", 0);
        year.end(60, 97, "NO_SHELTER", "2012-08-01");

        assertNotAllShown("100 - 60 - 37 = 3 still wait", "report.requests", "report.arrivals", "outcome.NO_SHELTER");
        assertNotAllShown(
                "22 + 18 - 37 = 3", "report.answer.WAITING_LIST", "report.answer.REFUSED", "outcome.NO_SHELTER");
    }

    @Test
    void whatIsLeftBesideShownPartsTellsOfNoFew() throws IOException {
        year.invent(60, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(20, "REFUSED", "PT12H", 0);
        year.change(0, 17, "delete from journey");
        year.end(0, 8, "PLACE_REFUSED", "2012-08-01");
        year.end(8, 15, "NO_SHOW", "2012-08-01");
        year.end(60, 80, "NO_SHELTER", "2012-08-01");

        assertNotAllShown(
                "60 - 43 - (35 - 20) = 2 were found a place, did not arrive, and have not ended",
                "report.answer.PLACE_PROPOSED",
                "report.arrivals",
                "report.withoutStay",
                "outcome.NO_SHELTER");
    }

    @Test
    void fewWhoseJourneyTookLongAreNotFoundByTheTimeToAPlace() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(20, "PLACE_PROPOSED", "P3D", 0);
        year.change(37, 60, "update journey set ended_at = timestamptz '2012-03-06 12:00+00'");

        assertNotAllShown(
                "40 - 37 = 3 had a place within a day, and came later", "report.found.oneDay", "report.waited.twoDays");
        assertNotAllShown("23 - 20 = 3", "report.waited.week", "report.found.longer");
    }

    @Test
    void fewTitlesThatDoNotLastAreNotFoundByThoseThatDo() throws IOException {
        year.invent(80, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 80; each++) {
            String reference = year.cases.get(each);
            int track = year.track(reference, "asylum", "2012-04-01");
            if (each < 40) {
                year.title(track, reference, each < 20 ? "card" : "temporaryPermit");
            }
        }
        year.closeTracks(0, 37, "lastingTitle");
        year.closeTracks(40, 55, "refused");

        assertNotAllShown(
                "40 - 37 = 3 have a title that does not last", "report.titles", "report.permitEnd.lastingTitle");
    }

    @Test
    void partsAreShownWhereOnlyTheirSumTellsOfFew() throws IOException {
        year.invent(142, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 134; each++) {
            year.track(
                    year.cases.get(each), each < 60 ? "complaint" : each < 100 ? "asylum" : "otherTitle", "2012-04-01");
        }

        JsonNode report = year.report();

        assertThat(value(report, "Women who began a permit route, by the last one"))
                .as("134 of 142 who arrived")
                .isNull();
        assertThat(Stream.of("Complaint or testimony", "Asylum", "Another title")
                        .map(label -> value(report, label)))
                .as("all but one, by which the sum is hidden")
                .containsExactly(60L, 40L, null);
    }

    @Test
    void fewLateAnswersAreNotFoundByTheTimeToAPlace() throws IOException {
        year.invent(28, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(12, "PLACE_PROPOSED", "P3D", 0);
        year.invent(17, "WAITING_LIST", "P1D", 0);
        year.invent(3, "WAITING_LIST", "P3D", 0);

        assertNotAllShown(
                "15 and 12, so 3 were put on the waiting list late", "report.time.late", "report.found.longer");
        assertThat(value(year.report(), "Women who arrived at a shelter")).isEqualTo(40);
    }

    @Test
    void fewWithSeveralChildrenAreNotFoundByTheNumberOfChildren() throws IOException {
        year.invent(28, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(11, "PLACE_PROPOSED", "PT12H", 1);
        year.invent(1, "PLACE_PROPOSED", "PT12H", 2);

        JsonNode report = year.report();

        assertThat(value(report, "With children")).isEqualTo(12);
        assertThat(value(report, "Children who arrived with them"))
                .as("13, so one woman has two")
                .isNull();
    }

    @Test
    void ofAnUsualYearWhatMattersMostIsShown() throws IOException {
        year.invent(28, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(12, "PLACE_PROPOSED", "P1DT12H", 0);
        year.invent(20, "WAITING_LIST", "P1D", 0);
        year.change(0, 3, "delete from journey");
        year.change(0, 4, "delete from allowance");
        year.cases.subList(6, 40).forEach(reference -> year.track(reference, "complaint", "2012-04-01"));

        JsonNode report = year.report();

        assertThat(value(report, "Women for whom a shelter was asked for, by the last request"))
                .isEqualTo(60);
        assertThat(value(report, "Women who arrived at a shelter")).isEqualTo(37);
        assertThat(value(report, "A place was found"))
                .as("40, so 3 did not arrive")
                .isNull();
        assertThat(value(report, "Women to whom an allowance was handed over"))
                .as("36, so 1 did not have it")
                .isNull();
    }

    @Test
    void moneyIsNotShownWhereItSaysHowManyChildrenAFewHave() throws IOException {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(4, "PLACE_PROPOSED", "PT12H", 6);
        year.change(40, 44, "update allowance set amount_cents = 7 * 30400");

        JsonNode report = year.report();

        assertThat(value(report, "Women to whom an allowance was handed over")).isEqualTo(44);
        assertThat(lines(report)).allMatch(line -> line.path("euros").isNull());
        assertThat(lines(report).stream()
                        .filter(line -> line.path("areEurosHidden").asBoolean())
                        .map(line -> line.path("label").asText()))
                .containsExactly("Women to whom an allowance was handed over", "From the money of the network");
    }

    @Test
    void moneyThatSaysNoMoreThanHowManyHadItIsShown() throws IOException {
        year.invent(142, "PLACE_PROPOSED", "PT12H", 0);
        year.change(0, 8, "delete from allowance");
        year.change(8, 52, "update allowance set advanced_by = 's01'");

        JsonNode report = year.report();

        assertThat(value(report, "Women to whom an allowance was handed over"))
                .as("134, so 8 of the 142 had none")
                .isNull();
        assertThat(euros(report, "From the money of the network"))
                .as("90 times 304")
                .isEqualTo("27360.00");
    }

    @Test
    void moneyIsNotShownWhereItSaysThatAFewWithChildrenHadNone() throws IOException {
        year.invent(45, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(15, "PLACE_PROPOSED", "PT12H", 1);
        year.change(45, 60, "update allowance set amount_cents = 60800");
        year.change(0, 8, "delete from allowance");
        year.change(57, 60, "delete from allowance");

        JsonNode report = year.report();

        assertThat(value(report, "Women to whom an allowance was handed over"))
                .as("11 of 60 had none")
                .isEqualTo(49);
        assertThat(euros(report, "Women to whom an allowance was handed over"))
                .as("49 women and 18544 euros are 37 alone and 12 with a child: 15 with a child arrived, so 3 had none")
                .isEqualTo("null");
    }

    @Test
    void moneyIsNotShownWhereItSaysThatOneWomanHadItTwice() throws IOException {
        year.invent(36, "PLACE_PROPOSED", "PT12H", 0);
        year.change(0, 12, "update allowance set advanced_by = 's01'");
        // Eleven others had as much, all of it from the network.
        year.change(12, 23, "update allowance set amount_cents = 60800");
        year.change(29, 30, "update allowance set handed_over_on = date '2012-02-01'");
        jdbc.update(
                "insert into same_woman (reference, earlier, decided_by, decided_at) values (?, ?, 'coordinator', now())",
                year.cases.get(0),
                year.cases.get(29));

        assertThat(lines(year.report())).allMatch(line -> line.path("euros").isNull());
    }

    @Test
    void childrenAreNotShownWhereFewWomenCameWithThem() throws IOException {
        year.invent(50, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(5, "PLACE_PROPOSED", "PT12H", 6);

        JsonNode report = year.report();

        assertThat(value(report, "Women who arrived at a shelter")).isEqualTo(55);
        assertThat(value(report, "Children who arrived with them"))
                .as("30 children of 5 women")
                .isNull();
    }

    /** @param counts keys of their labels; what is not in the report is not shown, either */
    private void assertNotAllShown(String told, String... counts) throws IOException {
        List<JsonNode> shown = lines(year.report()).stream()
                .filter(line -> !line.path("value").isNull())
                .toList();
        assertThat(Stream.of(counts).map(Words::of))
                .as(told)
                .anyMatch(label -> shown.stream()
                        .noneMatch(line -> line.path("label").asText().equals(label)));
    }
}
