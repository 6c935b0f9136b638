package fr.acse.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.platform.door.Door;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The yearly report of invented years, as the coordination gets it. */
@ProcessTest
class YearReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing happened in it but what a test invents. */
    private static final int YEAR = 2012;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    YearFigures figures;

    @LocalServerPort
    int port;

    private final List<String> cases = new ArrayList<>();

    @AfterEach
    void forget() {
        jdbc.update("delete from year_report where year = ?", YEAR);
        jdbc.update("delete from same_woman where reference like 'TEST-%'");
        for (String reference : cases) {
            jdbc.update(
                    "delete from payment_order where claim in (select id from travel_claim where reference = ?)",
                    reference);
            for (String table : List.of(
                    "allowance",
                    "travel_claim",
                    "permit_title",
                    "permit_track",
                    "orientation_request",
                    "journey",
                    "referral",
                    "case_file")) {
                jdbc.update("delete from " + table + " where reference = ?", reference);
            }
        }
    }

    @Test
    void aSmallYearSaysNothingOfAnybody() throws IOException {
        invent(7, "PLACE_PROPOSED", "P1D", 1);
        invent(3, "REFUSED", "P3D", 0);

        JsonNode report = report();

        assertThat(lines(report)).allMatch(line -> line.path("value").isNull());
        assertThat(lines(report)).allMatch(line -> line.path("euros").isNull());
    }

    @Test
    void aLargeYearShowsWhatIsLargeAndHidesWhatIsSmallOrFollowsFromIt() throws IOException {
        invent(120, "PLACE_PROPOSED", "PT12H", 0);
        invent(40, "PLACE_PROPOSED", "P1DT12H", 2);
        invent(30, "REFUSED", "P3D", 0);
        invent(4, "WAITING_LIST", "P1D", 0);
        invent(15, "EMERGENCY_HOUSING", "P1D", 0);

        JsonNode report = report();

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
    void staysAreCountedByHowTheyEndedAndHowLongTheyWere() throws IOException {
        invent(50, "PLACE_PROPOSED", "PT12H", 0);
        end(0, 20, "COMPLETED", "2012-08-15");
        end(20, 35, "DISAPPEARED", "2012-03-10");
        end(35, 50, "WITHDRAWN", "2012-03-10");

        JsonNode report = report();

        assertThat(value(report, "The stay was completed")).isEqualTo(20);
        assertThat(value(report, "She has disappeared")).isEqualTo(15);
        assertThat(value(report, "Withdrawn")).isEqualTo(15);
        assertThat(value(report, "Stay of less than a month")).isEqualTo(15);
        assertThat(value(report, "Stay of less than six months")).isEqualTo(20);
    }

    @Test
    void permitsAreCountedByStage() throws IOException {
        invent(40, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 40; each++) {
            int track = jdbc.queryForObject(
                    "insert into permit_track (reference, route, follower, opened_at, outcome, closed_at)"
                            + " values (?, ?, 'harbour', timestamptz '2012-04-01 10:00+00', ?, ?::timestamptz) returning id",
                    Integer.class,
                    cases.get(each),
                    each < 25 ? "complaint" : "asylum",
                    each < 12 ? "stoppedBeforeApplying" : null,
                    each < 12 ? "2012-09-01 10:00+00" : null);
            jdbc.update(
                    "insert into permit_title (track, reference, kind, first_day, last_day, recorded_at)"
                            + " values (?, ?, ?, date '2012-05-01', date '2012-10-31', timestamptz '2012-05-01 10:00+00')",
                    track,
                    cases.get(each),
                    each < 15 ? "reflectionReceipt" : "temporaryPermit");
        }

        JsonNode report = report();

        assertThat(value(report, "Complaint or testimony")).isEqualTo(25);
        assertThat(value(report, "Asylum")).isEqualTo(15);
        assertThat(value(report, "Receipt of the period of reflection")).isEqualTo(15);
        assertThat(value(report, "Temporary permit")).isEqualTo(25);
        assertThat(value(report, "Stopped by her before it was applied for")).isEqualTo(12);
        assertThat(lines(report)).noneMatch(line -> line.path("label").asText().equals("Something else"));
    }

    @Test
    void moneyIsWhatTheNetworkSpends() throws IOException {
        invent(30, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 15; each++) {
            jdbc.update(
                    "update allowance set advanced_by = 's01', waived = ? where reference = ?",
                    each == 0,
                    cases.get(each));
            UUID claim = UUID.randomUUID();
            jdbc.update(
                    "insert into travel_claim (id, reference, operator, person_cents, state, opened_at)"
                            + " values (?, ?, 'harbour', 8000, 'APPROVED', timestamptz '2012-03-06 10:00+00')",
                    claim,
                    cases.get(each));
            jdbc.update(
                    "insert into payment_order (id, claim, end_to_end_id, amount_cents, state, ordered_at)"
                            + " values (?, ?, ?, 8000, 'PAID', timestamptz '2012-03-07 10:00+00')",
                    UUID.randomUUID(),
                    claim,
                    claim.toString().replace("-", ""));
        }

        JsonNode report = report();

        assertThat(euros(report, "From the money of the network")).isEqualTo("4560.00");
        assertThat(euros(report, "Advanced by a shelter"))
                .as("one of them wants nothing back")
                .isEqualTo("4256.00");
        assertThat(value(report, "Women whose journey is reimbursed")).isEqualTo(15);
        assertThat(euros(report, "Women whose journey is reimbursed")).isEqualTo("1200.00");
    }

    @Test
    void refusalsAreCountedByTheirReason() throws IOException {
        invent(30, "REFUSED", "P1D", 0);
        invent(20, "WITHDRAWN", "P1D", 0);
        for (int each = 0; each < 30; each++) {
            jdbc.update(
                    "update orientation_request set refusal_motive = ? where reference = ?",
                    each < 18 ? "noCapacity" : "securityOfOthers",
                    cases.get(each));
        }

        JsonNode report = report();

        assertThat(value(report, "No place in the whole network")).isEqualTo(18);
        assertThat(value(report, "Security of the other residents")).isEqualTo(12);
        assertThat(value(report, "Withdrawn before an answer")).isEqualTo(20);
    }

    @Test
    void childrenAreNotShownWhereFewWomenCameWithThem() throws IOException {
        invent(50, "PLACE_PROPOSED", "PT12H", 0);
        invent(5, "PLACE_PROPOSED", "PT12H", 6);

        JsonNode report = report();

        assertThat(value(report, "Women who arrived at a shelter")).isEqualTo(55);
        assertThat(value(report, "Children who arrived with them"))
                .as("30 children of 5 women")
                .isNull();
    }

    @Test
    void whoIsAskedForAgainOrMovesIsCountedOnce() throws IOException {
        invent(12, "PLACE_PROPOSED", "PT12H", 0);
        jdbc.update(
                "insert into orientation_request (id, reference, submitted_at, due_at, answered_at, outcome, answered_by)"
                        + " select gen_random_uuid(), reference, submitted_at + interval '60 days', due_at + interval '60 days',"
                        + " answered_at + interval '60 days', outcome, answered_by from orientation_request where submitted_at < '2013-01-01'");

        assertThat(value(report(), "Women for whom a shelter was asked for, by the last request"))
                .isEqualTo(12);
    }

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
        invent(40, "PLACE_PROPOSED", "PT12H", 0);
        invent(4, "REFUSED", "P3D", 0);

        keep("coordinator");
        String csv = get("coordinator", "/csv").body();
        assertThat(csv)
                .contains(
                        "\"A place was found\";\"Women for whom a shelter was asked for, by the last request\";\"not shown\"")
                .contains("\"Women who arrived at a shelter\";\"\";\"40\"")
                .doesNotContain("\"4\"");
        try (PdfReader pdf = new PdfReader(Door.web(port, "coordinator").bytes("own:/report/" + YEAR + "/pdf"))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s+", " "))
                    .contains(
                            "Yearly report 2012",
                            "Women for whom a shelter was asked for, by the last request",
                            "not shown",
                            "44");
        }
        assertThat(
                        jdbc.queryForList(
                                "select 1 from audit where act = 'EXPORTED' and subject = 'report-2012.pdf' and person = 'coordinator'"))
                .isNotEmpty();
    }

    @Test
    void whatIsKeptNeverChanges() throws Exception {
        invent(12, "PLACE_PROPOSED", "PT12H", 0);
        assertThat(report().path("keptOn").isNull()).isTrue();
        for (String file : List.of("/csv", "/pdf")) {
            assertThat(get("coordinator", file).body()).contains("Please keep them first");
        }
        keep("coordinator");
        String first = get("coordinator", "/csv").body();

        invent(1, "PLACE_PROPOSED", "PT12H", 0);

        assertThat(get("supervisor", "/csv").body()).isEqualTo(first);
        assertThat(value(report(), "Women who arrived at a shelter")).isEqualTo(12);
        assertThat(report().path("keptOn").asText()).isEqualTo(TestTime.today().toString());
        try (PdfReader pdf = new PdfReader(Door.web(port, "coordinator").bytes("own:/report/" + YEAR + "/pdf"))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("are kept as they were on");
        }
    }

    @Test
    void whoKeepsASecondTimeChangesNothing() throws IOException {
        invent(12, "PLACE_PROPOSED", "PT12H", 0);
        keep("coordinator");
        invent(1, "PLACE_PROPOSED", "PT12H", 0);

        keep("supervisor");

        assertThat(value(report(), "Women who arrived at a shelter")).isEqualTo(12);
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

        assertThat(Visitors.call(port, "coordinator", "POST", "own:/report/" + year + "/keep", null)
                        .body())
                .contains("from 15/01/" + january.getYear() + " on");
    }

    @Test
    void aWomanWithTwoCasesIsCountedOnce() throws IOException {
        invent(24, "PLACE_PROPOSED", "PT12H", 0);
        for (int each = 0; each < 13; each++) {
            jdbc.update(
                    "insert into same_woman (reference, earlier, decided_by, decided_at) values (?, ?, 'coordinator', now())",
                    cases.get(each + 1),
                    cases.get(each));
        }
        jdbc.update(
                "update same_woman set undone_by = 'coordinator', undone_at = now() where reference = ?",
                cases.get(13));

        JsonNode report = report();

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
            assertThat(get(person, file).statusCode()).as(file).isEqualTo(403);
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
        invent(12, "PLACE_PROPOSED", "PT12H", 0);
        jdbc.update(
                "update orientation_request set submitted_at = timestamptz '2011-12-31 23:30:00+00' where submitted_at < '2013-01-01'");

        assertThat(value(report(), "Women for whom a shelter was asked for, by the last request"))
                .isEqualTo(12);
        assertThat(figures.of(Year.of(2011)).get(0).value()).isZero();
    }

    /** Women who were answered so in a time, arrived if a place was found, and had the allowance. */
    private void invent(int women, String answer, String after, int children) {
        for (int woman = 0; woman < women; woman++) {
            String reference = "TEST-" + UUID.randomUUID().toString().substring(0, 8);
            cases.add(reference);
            jdbc.update(
                    "insert into case_file (reference, opened_by, opened_at) values (?, 'operator', timestamptz '2012-03-01 10:00+00')",
                    reference);
            jdbc.update(
                    "insert into referral (reference, operator, person_key, opened_at, children_count)"
                            + " values (?, 'harbour', decode(md5(?), 'hex'), timestamptz '2012-03-01 10:00+00', ?)",
                    reference,
                    reference,
                    children);
            jdbc.update(
                    "insert into orientation_request (id, reference, submitted_at, due_at, answered_at, outcome, answered_by, late_reason)"
                            + " values (?, ?, timestamptz '2012-03-01 10:00+00', timestamptz '2012-03-03 10:00+00',"
                            + " timestamptz '2012-03-01 10:00+00' + ?::interval, ?, 'coordinator', 'noPlaceFound')",
                    UUID.randomUUID(),
                    reference,
                    after,
                    answer);
            if (answer.equals("PLACE_PROPOSED")) {
                jdbc.update(
                        "insert into journey (id, reference, shelter, escort, departure_at, arrival_expected_at, departed_at, ended_at, outcome)"
                                + " values (?, ?, 's01', 'escort', timestamptz '2012-03-02 10:00+00', timestamptz '2012-03-02 12:00+00',"
                                + " timestamptz '2012-03-02 10:00+00', timestamptz '2012-03-02 12:00+00', 'arrived')",
                        UUID.randomUUID(),
                        reference);
                jdbc.update(
                        "insert into allowance (id, reference, person_key, amount_cents, state, granted_at, approved_by, handed_over_by, handed_over_on)"
                                + " values (?, ?, decode(md5(?), 'hex'), 30400, 'HANDED_OVER', now(), 'finance', 'shelter', date '2012-03-05')",
                        UUID.randomUUID(),
                        reference,
                        reference);
            }
        }
    }

    private JsonNode report() throws IOException {
        return JSON.readTree(get("coordinator", "").body());
    }

    private void keep(String person) {
        assertThat(Visitors.call(port, person, "POST", "own:/report/" + YEAR + "/keep", null)
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String person, String file) {
        return Visitors.call(port, person, "GET", "own:/report/" + YEAR + file, null);
    }

    private static List<JsonNode> lines(JsonNode report) {
        return StreamSupport.stream(report.path("sections").spliterator(), false)
                .flatMap(section -> StreamSupport.stream(section.path("lines").spliterator(), false))
                .toList();
    }

    /** Cases from one to before another. */
    private void end(int from, int to, String outcome, String day) {
        cases.subList(from, to)
                .forEach(reference -> jdbc.update(
                        "update referral set outcome = ?, closed_at = ?::timestamptz where reference = ?",
                        outcome,
                        day + " 10:00+00",
                        reference));
    }

    private static String euros(JsonNode report, String label) {
        return lines(report).stream()
                .filter(line -> line.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .path("euros")
                .asText();
    }

    private static Long value(JsonNode report, String label) {
        JsonNode value = lines(report).stream()
                .filter(line -> line.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .path("value");
        return value.isNull() ? null : value.asLong();
    }
}
