package fr.acse.console.report;

import static fr.acse.console.report.InventedYear.YEAR;
import static fr.acse.console.report.InventedYear.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import fr.acse.TestTime;
import fr.acse.platform.door.Door;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counts of a year are kept, and given away as files. */
class KeptYearTest extends OfAnInventedYear {

    @Test
    void aYearThatIsNotOverHasNoFiles() {
        String year = Integer.toString(TestTime.today().getYear());
        assertThat(Visitors.call(port, "coordinator", "GET", "own:/report/" + year, null)
                        .statusCode())
                .isEqualTo(200);
        for (String file : List.of("/csv", "/pdf")) {
            assertThat(Visitors.call(port, "coordinator", "GET", "own:/report/" + year + file, null)
                            .body())
                    .contains("Please keep them first");
        }
        assertThat(Visitors.call(port, "coordinator", "POST", "own:/report/" + year + "/keep", null)
                        .body())
                .contains("is not over");
    }

    @Test
    void theFilesSayTheSameAsThePage() throws Exception {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(30, "WAITING_LIST", "P1D", 0);
        year.invent(4, "REFUSED", "P3D", 0);

        year.keep("coordinator");
        String csv = year.get("coordinator", "/csv").body();
        assertThat(csv)
                .contains("\"Put on the waiting list\";\"Answered\";\"1\";\"not shown\"")
                .contains("\"Women who arrived at a shelter\";\"\";\"\";\"40\"")
                .doesNotContain("\"4\"");
        try (PdfReader pdf = new PdfReader(Door.web(port, "coordinator").bytes("own:/report/" + YEAR + "/pdf"))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s+", " "))
                    .contains(
                            "Yearly report 2012",
                            "Women for whom a shelter was asked for, by the last request",
                            "not shown",
                            "74");
        }
        assertThat(
                        jdbc.queryForList(
                                "select 1 from audit where act = 'EXPORTED' and subject = 'report-2012.pdf' and person = 'coordinator'"))
                .isNotEmpty();
    }

    @Test
    void whatIsKeptNeverChanges() throws Exception {
        year.invent(12, "PLACE_PROPOSED", "PT12H", 0);
        assertThat(year.report().path("keptOn").isNull()).isTrue();
        for (String file : List.of("/csv", "/pdf")) {
            assertThat(year.get("coordinator", file).body()).contains("Please keep them first");
        }
        year.keep("coordinator");
        String first = year.get("coordinator", "/csv").body();

        year.invent(1, "PLACE_PROPOSED", "PT12H", 0);

        assertThat(year.get("supervisor", "/csv").body()).isEqualTo(first);
        assertThat(value(year.report(), "Women who arrived at a shelter")).isEqualTo(12);
        assertThat(year.report().path("keptOn").asText())
                .isEqualTo(TestTime.today().toString());
        try (PdfReader pdf = new PdfReader(Door.web(port, "coordinator").bytes("own:/report/" + YEAR + "/pdf"))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("are kept as they were on");
        }
    }

    @Test
    void moneyThatIsNotShownIsInNoFile() throws Exception {
        year.invent(40, "PLACE_PROPOSED", "PT12H", 0);
        year.invent(4, "PLACE_PROPOSED", "PT12H", 6);
        jdbc.update(
                "update allowance set amount_cents = 7 * 30400 where reference in (select reference from referral where children_count = 6)");

        year.keep("coordinator");

        assertThat(year.get("coordinator", "/csv").body())
                .contains("\"Women to whom an allowance was handed over\";\"\";\"\";\"44\";\"not shown\"");
        try (PdfReader pdf = new PdfReader(Door.web(port, "coordinator").bytes("own:/report/" + YEAR + "/pdf"))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).doesNotContain("€", ".00");
        }
    }

    @Test
    void aReportIsReadThatWasKeptBeforeAFieldWasAdded() throws IOException {
        jdbc.update("insert into year_report (year, report) values (?, ?)", YEAR, """
                {"year": 2012, "fewest": 11, "keptOn": "2013-02-01", "sections": [{"lines": [
                 {"label": "Women who arrived at a shelter", "depth": 0, "breakdown": 0, "value": 44, "euros": null}]}]}""");

        assertThat(value(year.report(), "Women who arrived at a shelter")).isEqualTo(44);
    }

    @Test
    void whoKeepsASecondTimeChangesNothing() throws IOException {
        year.invent(12, "PLACE_PROPOSED", "PT12H", 0);
        year.keep("coordinator");
        year.invent(1, "PLACE_PROPOSED", "PT12H", 0);

        year.keep("supervisor");

        assertThat(value(year.report(), "Women who arrived at a shelter")).isEqualTo(12);
        assertThat(jdbc.queryForList(
                        "select distinct person from audit where act = 'REPORT_KEPT' and subject = '2012'",
                        String.class))
                .containsExactly("coordinator");
    }

    @Test
    void aYearIsNotKeptBeforeItsLastAnswersAreIn() {
        LocalDate january = TestTime.today().plusYears(1).withDayOfYear(14);
        TestTime.later(Duration.between(TestTime.now(), january.atTime(10, 0).toInstant(ZoneOffset.UTC)));
        String year = Integer.toString(january.getYear() - 1);

        assertThat(Visitors.call(port, "coordinator", "GET", "own:/report/" + year, null)
                        .body())
                .contains("\"keepNow\":false", "\"keepFrom\":\"" + january.getYear() + "-01-15\"");
        assertThat(Visitors.call(port, "coordinator", "POST", "own:/report/" + year + "/keep", null)
                        .body())
                .contains("from 15/01/" + january.getYear() + " on");
    }
}
