package fr.acse.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** At night an alarm reaches whoever is on duty, through a gateway that sometimes is away, and says nothing of a person. */
@ProcessTest
class PagerTest {

    private static final CaseReference REFERENCE = CaseReference.random("ACSE");

    @Autowired
    Letters letters;

    @Autowired
    DutyRoster roster;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final List<String> received = new ArrayList<>();
    private HttpServer gateway;
    private int answer = 200;

    @BeforeEach
    void aGateway() throws IOException {
        jdbc.update("delete from page");
        jdbc.update("delete from duty");
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            received.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void theGatewayIsGone() {
        gateway.stop(0);
        jdbc.update("delete from page");
        jdbc.update("delete from duty");
    }

    @Test
    void anAlarmGoesToWhoeverIsOnDutyAndElseToTheNameOfTheRole() {
        Pager pager = pager();
        alarm(Event.ALARM_ON_THE_WAY);
        pager.send();
        roster.note(
                "coordination",
                new Login("coordinator2"),
                "night-2",
                clock.instant().minusSeconds(60),
                clock.instant().plus(Duration.ofHours(8)),
                new Login("coordinator"));
        alarm(Event.ALARM_BREACH);
        pager.send();

        assertThat(received)
                .containsExactly(
                        "/coordination Bearer secret Alarm: trouble on the way (" + REFERENCE + ")",
                        "/night-2 Bearer secret Alarm: an address may be known (" + REFERENCE + ")");
        assertThat(waiting()).isZero();
    }

    @Test
    void whoeverIsReplacedOnDutyIsTold() {
        jdbc.update("delete from notice");
        Login hers = new Login("coordinator2");
        Instant begins = clock.instant();
        Instant ends = begins.plus(Duration.ofHours(8));
        roster.note("coordination", hers, "night-2", begins, ends, hers);
        assertThat(told()).as("her own change").isEmpty();

        roster.note(
                "coordination",
                new Login("coordinator"),
                "mine",
                begins.plusSeconds(60),
                ends,
                new Login("coordinator"));
        assertThat(told()).containsExactly("coordinator2");
        roster.of("coordination").stream()
                .filter(duty -> duty.person().equals(hers))
                .forEach(duty -> roster.cancel(duty.id(), "coordination", new Login("coordinator")));
        assertThat(told()).containsExactly("coordinator2", "coordinator2");
    }

    /** The later of two duties gets the calls, also if both are hers. */
    @Test
    void whoeverIsPutOnDutyBySomebodyElseIsTold() {
        jdbc.update("delete from notice");
        Instant begins = clock.instant();

        roster.note(
                "coordination",
                new Login("coordinator2"),
                "mine",
                begins,
                begins.plus(Duration.ofHours(8)),
                new Login("coordinator"));

        assertThat(told()).containsExactly("coordinator2");
    }

    private List<String> told() {
        return jdbc.queryForList("select person from notice where event = 'DUTY_CHANGED'", String.class);
    }

    @Test
    void whatCanWaitIsNotPaged() {
        Pager pager = pager();
        alarm(Event.REQUEST_SUBMITTED);
        alarm(Event.PLACE_PROPOSED);
        pager.send();

        assertThat(received).isEmpty();
    }

    @Test
    void aGatewayThatIsAwayOrRefusesIsTriedAgainAndTheAlarmIsSentOnce() {
        Pager pager = pager();
        alarm(Event.ALARM_RISEN);
        answer = 503;
        pager.send();
        assertThat(waiting()).isEqualTo(1);
        pager.send();
        assertThat(received).as("not before half a minute").hasSize(1);

        answer = 200;
        jdbc.update("update page set next_at = next_at - interval '1 hour'");
        pager.send();
        jdbc.update("update page set next_at = next_at - interval '1 hour'");
        pager.send();

        assertThat(received).hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void afterSixHoursItIsGivenUp() {
        Pager pager = pager();
        alarm(Event.ALARM_RISEN);
        gateway.stop(0);
        jdbc.update("update page set made_at = made_at - interval '7 hours'");
        pager.send();

        assertThat(waiting()).isZero();
    }

    @Test
    void withoutAnAddressNothingIsNoted() {
        alarm("", Event.ALARM_ON_THE_WAY);

        assertThat(jdbc.queryForList("select 1 from page")).isEmpty();
    }

    @Test
    void whatAGatewayWantsAsJsonIsJson() {
        PagerSettings settings = new PagerSettings(
                "https://sms.example/send",
                "application/json",
                "{\"to\":\"{to}\",\"text\":\"{text}\"}",
                Map.of(),
                Map.of());

        assertThat(settings.body("night-1", "\"Here\"\nand now"))
                .isEqualTo("{\"to\":\"night-1\",\"text\":\"\\\"Here\\\"\\nand now\"}");
    }

    @Test
    void aRoleKeepsItsOwnRosterAndNobodyElseDoes() {
        assertThatThrownBy(() -> roster.note(
                        "coordination",
                        new Login("finance"),
                        "night-1",
                        clock.instant(),
                        clock.instant().plusSeconds(60),
                        Login.SYSTEM))
                .hasMessageContaining("of your own role");
        assertThatThrownBy(() -> roster.note(
                        "coordination",
                        new Login("coordinator"),
                        "+33 6 39 98 00 01",
                        clock.instant(),
                        clock.instant().plusSeconds(60),
                        Login.SYSTEM))
                .hasMessageContaining("never a telephone number");
        String night = "{\"person\":\"coordinator\",\"pageTo\":\"night-1\",\"beginsAt\":\"2099-01-01T22:00\","
                + "\"endsAt\":\"2099-01-02T07:00\"}";
        for (String other : List.of("operator", "shelter", "finance", "analyst", "admin")) {
            assertThat(Visitors.call(port, other, "POST", "own:/duties", night).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(Visitors.call(port, "coordinator", "POST", "own:/duties", night)
                        .statusCode())
                .isEqualTo(204);
        assertThat(Visitors.call(port, "coordinator2", "GET", "own:/duties", null)
                        .body())
                .contains("Claire Dupont", "night-1", "2099-01-01T21:00:00Z");
        assertThat(Visitors.call(port, "supervisor", "GET", "own:/duties", null).body())
                .doesNotContain("night-1");
    }

    private void alarm(Event event) {
        alarm(gateway(), event);
    }

    private void alarm(String url, Event event) {
        Pages pages = new Pages(settings(url), jdbc, clock);
        transaction.executeWithoutResult(status -> pages.note(Audience.coordination(), event, REFERENCE.value()));
    }

    private int waiting() {
        return jdbc.queryForObject("select count(*) from page where sent_at is null", Integer.class);
    }

    private Pager pager() {
        return new Pager(settings(gateway()), new OnDuty(jdbc, clock), letters, jdbc, transaction, clock);
    }

    private String gateway() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort() + "/{to}";
    }

    private static PagerSettings settings(String url) {
        return new PagerSettings(
                url,
                "text/plain; charset=utf-8",
                "{text}",
                Map.of("Authorization", "Bearer secret"),
                Map.of(Audience.Role.COORDINATION, "coordination"));
    }
}
