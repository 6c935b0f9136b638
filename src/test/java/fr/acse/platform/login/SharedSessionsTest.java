package fr.acse.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Logins live in the database: any node serves them, and nobody takes one from there. */
@ProcessTest
class SharedSessionsTest {

    private static final String WHO = "/camunda/api/admin/auth/user/default";

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @AfterEach
    void nobodyIsLoggedIn() {
        jdbc.update("delete from spring_session");
    }

    @Test
    void aLoginIsInTheDatabaseAndNothingInItCanBeRead() {
        Door.web(port, "coordinator", "welcome");

        List<byte[]> kept = jdbc.queryForList("select attribute_bytes from spring_session_attributes", byte[].class);
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("coordinator", "camunda", "java"));
    }

    @Test
    void theNumbersInTheDatabaseAreNoCookies() throws Exception {
        Door coordinator = Door.web(port, "coordinator", "welcome");
        assertThat(coordinator.exchange("GET", WHO, null, null).body()).contains("coordinator");
        String cookie = coordinator.session().replaceAll("(?s).*JSESSIONID=([^;]*);.*", "$1");
        assertThat(who(cookie)).contains("coordinator");

        String number = jdbc.queryForList("select session_id from spring_session", String.class).stream()
                .map(String::strip)
                .filter(cookie::contains)
                .findFirst()
                .orElseThrow();
        assertThat(who(number)).doesNotContain("coordinator");
        assertThat(who(number + ".")).doesNotContain("coordinator");
        assertThat(who(number + "." + "0".repeat(64))).doesNotContain("coordinator");
        assertThat(who(UUID.randomUUID() + cookie.substring(cookie.indexOf('.'))))
                .doesNotContain("coordinator");
    }

    @Test
    void whatSomebodyWritesIntoTheTableMakesNobodyAnybodyElse() {
        Door shelter = Door.web(port, "shelter", "welcome");
        Door.web(port, "coordinator", "welcome");
        jdbc.update("update spring_session_attributes set attribute_bytes = decode('aced00057400', 'hex')"
                + " where attribute_name = 'authenticatedUser'");

        assertThat(shelter.exchange("GET", WHO, null, null).body()).doesNotContain("shelter", "coordinator");
    }

    /** Whoever may write into the database still has to know a password. */
    @Test
    void aSessionThatIsGivenAnotherNumberOrAnotherPersonsValuesIsNobodys() {
        Door operator = Door.web(port, "operator", "welcome");
        Door supervisor = Door.web(port, "supervisor", "welcome");
        String mine = numberOf(operator);
        String hers = numberOf(supervisor);
        for (String attribute : List.of("authenticatedUser", "acse.login", "acse.password", "acse.activeAt")) {
            jdbc.update(
                    "update spring_session_attributes m set attribute_bytes = h.attribute_bytes"
                            + " from spring_session_attributes h, spring_session ms, spring_session hs"
                            + " where ms.session_id = ? and hs.session_id = ? and m.session_primary_id = ms.primary_id"
                            + " and h.session_primary_id = hs.primary_id and m.attribute_name = ?"
                            + " and h.attribute_name = m.attribute_name",
                    mine,
                    hers,
                    attribute);
            assertThat(operator.call("GET", "own:/deadlines", null).statusCode())
                    .as(attribute)
                    .isIn(401, 403);
        }

        Door another = Door.web(port, "operator", "welcome");
        String number = numberOf(another);
        jdbc.update("delete from spring_session where session_id = ?", number);
        jdbc.update("update spring_session set session_id = ? where session_id = ?", number, hers);
        assertThat(another.call("GET", "own:/deadlines", null).statusCode()).isEqualTo(401);
    }

    /** After the login, Tasklist loads several things at once, and then somebody claims a task. */
    @Test
    void pagesThatLoadAtOnceAfterTheLoginDoNotTakeEachOthersToken() {
        for (int round = 0; round < 5; round++) {
            Door operator = Door.web(port, "operator", "tasklist");
            List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, 6)
                    .mapToObj(any ->
                            CompletableFuture.supplyAsync(() -> operator.call("GET", "/task?maxResults=1", null)))
                    .toList();
            assertThat(pages.stream().map(CompletableFuture::join))
                    .allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));

            assertThat(operator.call("POST", "/task", "{}").statusCode()).isEqualTo(200);
        }
    }

    private static String numberOf(Door door) {
        return door.session().replaceAll("(?s).*JSESSIONID=([^;.]*)[^;]*;.*", "$1");
    }

    @Test
    void whoLogsOutIsOutAlsoIfAnotherOfHerRequestsIsStillOnItsWay() throws Exception {
        for (int round = 0; round < 5; round++) {
            Door coordinator = Door.web(port, "coordinator", "welcome");
            List<CompletableFuture<HttpResponse<String>>> others = IntStream.range(0, 8)
                    .mapToObj(any ->
                            CompletableFuture.supplyAsync(() -> coordinator.call("GET", "/task?maxResults=50", null)))
                    .toList();
            TimeUnit.MILLISECONDS.sleep(5L * round);
            String cookie = coordinator.session().replaceAll("(?s).*JSESSIONID=([^;]*);.*", "$1");

            coordinator.exchange("POST", WHO.replace("/default", "/default/logout"), "application/json", "{}");

            others.forEach(CompletableFuture::join);
            assertThat(who(cookie)).as("round " + round).doesNotContain("coordinator");
        }
    }

    @Test
    void aVisitorWhoDoesNotLogInLeavesAShortSessionAndWhoLogsInALongOne() throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/camunda/app/welcome/default/"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(jdbc.queryForList("select max_inactive_interval from spring_session", Integer.class))
                .containsOnly(600);

        Door.web(port, "operator", "welcome").call("GET", "/task?maxResults=1", null);

        assertThat(jdbc.queryForObject("select max(max_inactive_interval) from spring_session", Integer.class))
                .isEqualTo(1800);
    }

    private String who(String cookie) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + WHO))
                                .header("Cookie", "JSESSIONID=" + cookie)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
