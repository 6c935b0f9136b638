package fr.acse.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import fr.acse.casefile.Keys;
import fr.acse.codes.Login;
import fr.acse.platform.access.AccessRules;
import fr.acse.platform.door.Door;
import fr.acse.platform.identity.People;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class LoginTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    @Autowired
    LoginThrottle throttle;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Keys keys;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    @Autowired
    FilterService filters;

    @Autowired
    AccessRules rules;

    @Autowired
    IdentityService identity;

    @Autowired
    ApplicationContext application;

    @LocalServerPort
    int port;

    @AfterEach
    void forgetAttempts() {
        jdbc.update("delete from login_attempt");
        jdbc.update("delete from second_factor");
    }

    @Test
    void passwordsAreKeptAsArgon2Hashes() {
        assertThat(jdbc.queryForList("select pwd_ from act_id_user where pwd_ is not null", String.class))
                .isNotEmpty()
                .allMatch(password -> password.startsWith("{ARGON2}$argon2id$"));
    }

    @Test
    void guessingIsSlowedDownFromWhereItComesAndNobodyIsLockedOutElsewhere() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.attempt(HERE, "operator")).isTrue();
        }
        assertThat(throttle.attempt(HERE, "operator")).isFalse();
        assertThat(throttle.attempt(ELSEWHERE, "operator")).isTrue();

        pass(Duration.ofSeconds(2));
        assertThat(throttle.attempt(HERE, "operator")).isTrue();
        assertThat(throttle.attempt(HERE, "operator")).isFalse();
        pass(Duration.ofSeconds(3));
        throttle.succeeded(HERE, "operator");
        assertThat(throttle.attempt(HERE, "operator")).isTrue();
        assertThat(LoginThrottle.delay(1000, 5)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void tryingManyLoginsFromOnePlaceIsSlowedDownToo() {
        int allowed = 0;
        while (throttle.attempt(HERE, "login" + allowed) && allowed < 200) {
            allowed++;
        }
        assertThat(allowed).isEqualTo(50);
    }

    @Test
    void everybodyWhoLogsInAtTheSameMomentAfterARestartIsLetIn() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 120)
                .mapToObj(index -> CompletableFuture.supplyAsync(
                        () -> basic(
                                        index % 2 == 0 ? "operator2" : "shelter3",
                                        index % 2 == 0 ? "operator2" : "shelter3")
                                .statusCode(),
                        work -> new Thread(work).start()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
    }

    @Test
    void whoGuessesIsToldToWaitAtBothDoorsAndTheAddressIsNotKept() {
        for (int i = 0; i < 5; i++) {
            assertThat(basic("nobody", "guess" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = basic("nobody", "guess");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Too many attempts. Please wait a while");
        assertThat(jdbc.queryForList("select encode(key, 'escape') from login_attempt", String.class))
                .noneMatch(key -> key.contains("nobody") || key.contains("127.0.0.1"));
    }

    @Test
    void aSessionEndsWhenNobodyDoesAnythingThoughThePageGoesOnAsking() {
        Door session = Door.web(port, "operator", "tasklist");
        String mine = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        pass(Duration.ofMinutes(20));
        assertThat(session.call("GET", "/task/count", null).statusCode()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofMinutes(9));
            assertThat(session.call("POST", "/filter/" + mine + "/list", "{}").statusCode())
                    .isEqualTo(200);
        }
        pass(Duration.ofMinutes(9));
        HttpResponse<String> answer = session.call("GET", "/task/count", null);
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        Door session = Door.web(port, "finance2", "tasklist");
        assertThat(session.call("GET", "/task/count", null).statusCode()).isEqualTo(200);

        User user = identity.createUserQuery().userId("finance2").singleResult();
        user.setPassword("finance2");
        ((IdentityServiceImpl) identity).saveUser(user, true);

        assertThat(session.call("GET", "/task/count", null).statusCode()).isEqualTo(401);
    }

    @Test
    void whatNoLoginOrNoJsonHoldsIsRefusedWithWords() {
        assertThat(basic("\0x", "y").statusCode()).isEqualTo(401);
        Door operator = Door.rest(port, "operator");
        for (String body : new String[] {"null", "{\"sorting\":[null]}", "{"}) {
            HttpResponse<String> answer = operator.call("POST", "/task", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("The request is not valid JSON");
        }
        assertThat(operator.call("POST", "/task", "{\"name\":\"\\u0000\"}").body())
                .contains("no text may hold (NUL)");
        HttpResponse<String> capitals =
                operator.exchange("POST", "/engine-rest/task", "application/JSON", "{\"assigneeExpression\":\"${1}\"}");
        assertThat(capitals.body()).contains("Queries with expressions are refused");
    }

    @Test
    void aOneTimeCodeWorksOnceAndForHalfAMinuteMore() throws Exception {
        Login coordinator = new Login("coordinator");
        SecondFactor factor = new SecondFactor(jdbc, keys, people, Set.of("coordination"), clock);
        assertThat(factor.isRequired(coordinator)).isTrue();
        assertThat(factor.isRequired(new Login("operator"))).isFalse();
        String secret = factor.secretToEnter(coordinator);
        assertThat(factor.secretToEnter(coordinator)).isEqualTo(secret);
        assertThat(jdbc.queryForObject("select encode(sealed_secret, 'hex') from second_factor", String.class))
                .doesNotContain(HexFormat.of().formatHex(new Base32().decode(secret)));

        String code = OneTimeCode.of(secret, clock.instant());
        assertThat(factor.check(coordinator, "000000")).isFalse();
        pass(Duration.ofSeconds(29));
        assertThat(factor.check(coordinator, code)).isTrue();
        assertThat(factor.check(coordinator, code)).isFalse();
        assertThat(factor.secretToEnter(coordinator)).isNull();
        pass(Duration.ofMinutes(2));
        assertThat(factor.check(coordinator, code)).isFalse();
        assertThat(factor.forget(coordinator)).isTrue();
        assertThat(factor.secretToEnter(coordinator)).isNotNull().isNotEqualTo(secret);
        assertThat(factor.check(new Login("coordinator2"), OneTimeCode.of(secret, clock.instant())))
                .isFalse();
    }

    @Test
    void aPasswordIsNotTakenOverAnOpenConnectionFromAnotherMachine() throws Exception {
        String address = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(each -> Collections.list(each.getInetAddresses()).stream())
                .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                .map(each -> each.getHostAddress())
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(address != null, "This machine has no other address than its own");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + "/engine-rest/task"))
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString("operator:operator".getBytes()))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Please use https");
    }

    @Test
    void aWeakPasswordIsRefusedWithWords() {
        HttpResponse<String> answer = Door.web(port, "operator", "welcome")
                .call(
                        "PUT",
                        "/user/operator/credentials",
                        "{\"password\":\"short\",\"authenticatedUserPassword\":\"operator\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Password: at least 12 characters");
    }

    @Test
    void answersCarryTheHeadersThatProtectThem() {
        HttpResponse<String> page =
                Door.rest(port, "operator").exchange("GET", "/camunda/app/tasklist/default/", null, null);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        HttpResponse<String> answer = Door.rest(port, "operator").call("GET", "/task", null);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void theActuatorShowsHealthAndMetricsOnly() {
        Door supervisor = Door.rest(port, "supervisor");
        assertThat(supervisor.exchange("GET", "/actuator/health", null, null).body())
                .startsWith("{\"status\":\"UP\"")
                .doesNotContain("components", "details");
        assertThat(supervisor.exchange("GET", "/actuator/metrics", null, null).statusCode())
                .isEqualTo(200);
        assertThat(Door.rest(port, "operator")
                        .exchange("GET", "/actuator/metrics", null, null)
                        .statusCode())
                .isEqualTo(403);
        for (String closed : new String[] {"env", "heapdump", "beans", "configprops", "loggers", "threaddump"}) {
            assertThat(supervisor
                            .exchange("GET", "/actuator/" + closed, null, null)
                            .statusCode())
                    .as(closed)
                    .isEqualTo(404);
        }
    }

    @Test
    void everyPageHasAPolicyAndTwoPagesAtOnceHaveEachTheirOwnNumber() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> pages = Stream.generate(() -> http.sendAsync(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
                                .build(),
                        BodyHandlers.ofString()))
                .limit(40)
                .toList();
        Set<String> numbers = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> each : pages) {
            HttpResponse<String> page = each.get();
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            String number = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
            numbers.add(number);
            assertThat(page.body()).contains("<script nonce=\"" + number + "\"").doesNotContain("<script>");
            assertThat(policy).doesNotContain("unsafe-eval", "https:");
            assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        }
        assertThat(numbers).hasSize(40);
        for (String path : List.of("/second-factor.html", "/camunda/lib/deps.js", "/engine-rest/task", "/nothing")) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'");
        }
    }

    @Test
    void eachCookieIsHttpOnlyAndSaysOnceForWhichSiteItIs() {
        HttpResponse<String> page =
                Door.rest(port, "operator").exchange("GET", "/camunda/app/tasklist/default/", null, null);
        for (String cookie : page.headers().allValues("Set-Cookie")) {
            assertThat(cookie.toLowerCase().split("samesite", -1)).as(cookie).hasSize(2);
            // The token of the web applications is read by their pages.
            assertThat(cookie.contains("HttpOnly") || cookie.startsWith("XSRF-TOKEN"))
                    .as(cookie)
                    .isTrue();
        }
    }

    @Test
    void anotherDeviceInTheOfficeSlowsNobodyDownOnHers() throws Exception {
        String known = deviceCookie(login("operator", "operator", null));
        assertThat(known).startsWith("acse-device=");
        for (int i = 0; i < 8; i++) {
            login("operator", "guess" + i, null);
        }
        assertThat(login("operator", "operator", null).statusCode()).isEqualTo(429);
        assertThat(login("operator", "operator", known).statusCode()).isEqualTo(200);
    }

    private static String deviceCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("acse-device="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> login(String login, String password, String cookie) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/camunda/app/welcome/default/"))
                        .build(),
                BodyHandlers.ofString());
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(each -> each.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
        return http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + "/camunda/api/admin/auth/user/default/login/welcome"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie == null ? cookies : cookies + "; " + cookie)
                        .header("X-XSRF-TOKEN", cookies.replaceAll(".*XSRF-TOKEN=([^;]*).*", "$1"))
                        .POST(BodyPublishers.ofString("username=" + login + "&password=" + password))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void whileTheApplicationStartsOrStopsRequestsAreAskedToComeAgain() throws Exception {
        AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        try {
            for (String path :
                    List.of("/engine-rest/task", "/camunda/app/tasklist/default/", "/camunda/api/acse/models")) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
                assertThat(answer.body()).contains("Please try again in a few seconds");
            }
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://localhost:" + port + "/actuator/health/liveness"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isNotEqualTo(401);
        } finally {
            AvailabilityChangeEvent.publish(application, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void listsEnd() {
        HttpResponse<String> answer = Door.rest(port, "operator").call("GET", "/task?maxResults=100000", null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("maxResults: at most 2,000");
    }

    @Test
    void everyStartMakesThePermissionRowsJustTheRules() throws Exception {
        int before = jdbc.queryForObject("select count(*) from act_ru_authorization", Integer.class);
        jdbc.update(
                "insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                        + " values ('stale', 1, 1, 'operator2', 8, '*', 2147483647)");

        rules.enter();

        assertThat(jdbc.queryForObject("select count(*) from act_ru_authorization", Integer.class))
                .isEqualTo(before);
        assertThat(jdbc.queryForList("select 1 from act_ru_authorization where id_ = 'stale'"))
                .isEmpty();
    }

    private HttpResponse<String> basic(String login, String password) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/task"))
                                    .header(
                                            "Authorization",
                                            "Basic "
                                                    + Base64.getEncoder()
                                                            .encodeToString((login + ":" + password).getBytes()))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }
}
