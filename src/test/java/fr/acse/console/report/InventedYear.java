package fr.acse.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/** A year in which nothing happened but what a test invents, and its report as people get it. */
class InventedYear {

    static final int YEAR = 2012;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Number of the reference that was invented last. */
    private static final AtomicInteger LAST = new AtomicInteger();

    /** References, in the order in which they were invented. */
    final List<String> cases = new ArrayList<>();

    private final JdbcTemplate jdbc;
    private final int port;

    InventedYear(JdbcTemplate jdbc, int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

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

    /** Women who were answered so in a time, arrived if a place was found, and had the allowance. */
    void invent(int women, String answer, String after, int children) {
        for (int woman = 0; woman < women; woman++) {
            String reference = "TEST-%08d".formatted(LAST.incrementAndGet());
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

    /** @return its id */
    int track(String reference, String route, String openedOn) {
        return jdbc.queryForObject(
                "insert into permit_track (reference, route, follower, opened_at) values (?, ?, 'harbour', ?::timestamptz) returning id",
                Integer.class,
                reference,
                route,
                openedOn + " 10:00+00");
    }

    void title(int track, String reference, String kind) {
        jdbc.update(
                "insert into permit_title (track, reference, kind, first_day, last_day, recorded_at)"
                        + " values (?, ?, ?, date '2012-05-01', date '2012-10-31', timestamptz '2012-05-01 10:00+00')",
                track,
                reference,
                kind);
    }

    /**
     * Cases from one to before another.
     *
     * @param what without its condition
     */
    void change(int from, int to, String what) {
        jdbc.update(what + " where reference = any (?)", (Object)
                cases.subList(from, to).toArray(String[]::new));
    }

    void closeTracks(int from, int to, String outcome) {
        change(
                from,
                to,
                "update permit_track set closed_at = timestamptz '2012-09-01 10:00+00', outcome = '" + outcome + "'");
    }

    void end(int from, int to, String outcome, String day) {
        change(
                from,
                to,
                "update referral set closed_at = timestamptz '%s 10:00+00', outcome = '%s'".formatted(day, outcome));
    }

    JsonNode report() throws IOException {
        return JSON.readTree(get("coordinator", "").body());
    }

    void keep(String person) {
        assertThat(Visitors.call(port, person, "POST", "own:/report/" + YEAR + "/keep", null)
                        .statusCode())
                .isEqualTo(200);
    }

    HttpResponse<String> get(String person, String file) {
        return Visitors.call(port, person, "GET", "own:/report/" + YEAR + file, null);
    }

    static List<JsonNode> lines(JsonNode report) {
        return StreamSupport.stream(report.path("sections").spliterator(), false)
                .flatMap(section -> StreamSupport.stream(section.path("lines").spliterator(), false))
                .toList();
    }

    static String euros(JsonNode report, String label) {
        return lines(report).stream()
                .filter(line -> line.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .path("euros")
                .asText();
    }

    static Long value(JsonNode report, String label) {
        JsonNode value = lines(report).stream()
                .filter(line -> line.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .path("value");
        return value.isNull() ? null : value.asLong();
    }
}
