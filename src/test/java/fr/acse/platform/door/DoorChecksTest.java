package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.codes.Login;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.login.Entrance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The real doors, and an entrance that has let somebody in. */
class DoorChecksTest {

    private static final String ENGINE = "/engine-rest";
    private static final Login ANNA = new Login("anna");
    private static final Set<String> OPERATORS = Set.of("operators");

    private static final Pace UNHURRIED = new Pace(
            new MockEnvironment() {
                @Override
                public <T> T getRequiredProperty(String key, Class<T> type) {
                    return type.cast(Integer.MAX_VALUE);
                }
            },
            null,
            () -> {});

    private final Doors doors = new Doors(new Roles());
    private final AtTheEntrance entrance = new AtTheEntrance();
    private final DoorChecks checks = new DoorChecks(entrance, person -> entrance.needsSecondFactor, UNHURRIED);

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/camunda/api/acse/anything", "/acse", "/api/x", "/actuator/health/x"})
    void whoIsNotLoggedInIsAskedToWhateverTheDoor(String path) throws IOException {
        assertThat(sender("GET", path, null, Set.of())).isEqualTo(Refused.LOGIN);
    }

    @Test
    void whatThePagesAskBeforeTheLoginIsOpenToAnybody() throws IOException {
        assertThat(sender("GET", ENGINE + "/engine", null, Set.of())).isNull();
        assertThat(sender("GET", "/camunda/api/engine/engine", null, Set.of())).isNull();
        assertThat(sender("GET", "/camunda/api/engine/engine/", null, Set.of())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/elsewhere",
        "GET,/engine-restful/task",
        "DELETE,/engine-rest/task/7",
        "GET,/engine-rest/task/7/nothing",
        "GET,/engine-rest",
        "PATCH,/engine-rest/task",
    })
    void whatIsNotListedIsNotThere(String method, String path) throws IOException {
        assertThat(sender(method, path, ANNA, OPERATORS)).isEqualTo(new Refused(HttpStatus.NOT_FOUND, "notThere"));
    }

    @Test
    void aDoorIsOpenToItsRolesUnderEachRootOfTheEngine() throws IOException {
        Refused closed = new Refused(HttpStatus.FORBIDDEN, "door");
        for (String root : Set.of(ENGINE, ENGINE + "/engine/default", "/camunda/api/engine/engine/default")) {
            assertThat(sender("GET", root + "/task", ANNA, OPERATORS)).as(root).isNull();
            assertThat(sender("HEAD", root + "/task", ANNA, OPERATORS)).as(root).isNull();
            assertThat(sender("GET", root + "/task", ANNA, Set.of("administrators")))
                    .as(root)
                    .isEqualTo(closed);
            assertThat(sender("GET", root + "/task", ANNA, Set.of())).as(root).isEqualTo(closed);
            assertThat(sender("GET", root + "/version", ANNA, Set.of()))
                    .as(root)
                    .isNull();
        }
    }

    @Test
    void withoutHerSecondFactorShePassesOnlyTheDoorsToShowIt() throws IOException {
        entrance.needsSecondFactor = true;

        assertThat(sender("GET", ENGINE + "/task", ANNA, OPERATORS)).isEqualTo(Refused.SECOND_FACTOR);
        assertThat(sender("GET", "/acse/second-factor", ANNA, OPERATORS)).isNull();
        entrance.hasShownSecondFactor = true;
        assertThat(sender("GET", ENGINE + "/task", ANNA, OPERATORS)).isNull();
    }

    @Test
    void aTokenOpensOnlyWhatTheModelerNeeds() throws IOException {
        entrance.forDeployingOnly = true;
        Set<String> analysts = Set.of("analysts");

        assertThat(sender("GET", ENGINE + "/version", ANNA, analysts)).isNull();
        assertThat(sender("GET", ENGINE + "/deployment", ANNA, analysts)).isNull();
        assertThat(sender("POST", ENGINE + "/deployment/create", ANNA, analysts))
                .isNull();
        assertThat(sender("GET", ENGINE + "/process-definition", ANNA, analysts))
                .isEqualTo(new Refused(HttpStatus.FORBIDDEN, "door"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST,cross-site,true",
        "POST,same-site,true",
        "POST,same-origin,false",
        "POST,none,false",
        "POST,,false",
        "GET,cross-site,false",
        "HEAD,cross-site,false",
    })
    void noOtherSiteMakesHerBrowserSendAnything(String method, String site, boolean refused) throws IOException {
        MockHttpServletRequest request = request(method, ENGINE + "/task");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }

        assertThat(request(request)).isEqualTo(refused ? new Refused(HttpStatus.FORBIDDEN, "elsewhere") : null);
    }

    @ParameterizedTest
    @CsvSource({
        "assigneeExpression,x,expression",
        "taskAssignee,anna,holderCriterion",
        "sortBy,assignee,holderCriterion",
        "sortBy,owner,holderCriterion",
        "sortBy,created,",
        "maxResults,2000,",
        "maxResults,1999,",
        "maxResults,7,",
        "maxResults,2001,maxResults",
        "maxResults,-1,maxResults",
        "maxResults,'',maxResults",
        "processVariables,x_eq_1,",
    })
    void aParameterThatTheEngineWouldFollowTooFarIsRefused(String name, String value, String why) throws IOException {
        MockHttpServletRequest request = request("GET", ENGINE + "/task");
        request.addParameter(name, value);

        assertThat(request(request)).isEqualTo(why == null ? null : Refused.badRequest(why));
    }

    @Test
    void valuesAreNamedInFormsAndInTasksOnly() throws IOException {
        for (String path : Set.of("/process-definition", "/process-definition/count")) {
            MockHttpServletRequest request = request("GET", ENGINE + path);
            request.addParameter("processVariables", "x_eq_1");
            assertThat(request(request)).as(path).isEqualTo(Refused.badRequest("valueCriterion"));
        }
        for (String path : Set.of("/filter/7/list", "/process-definition/key/referral/submit-form")) {
            MockHttpServletRequest request = json("POST", ENGINE + path, "{\"processVariables\":[{\"name\":\"x\"}]}");
            assertThat(request(request)).as(path).isNull();
        }
        assertThat(request(json("POST", ENGINE + "/user", "{\"processVariables\":[{\"name\":\"x\"}]}")))
                .isEqualTo(Refused.badRequest("valueCriterion"));
    }

    @Test
    void aZeroSignIsNoText() throws IOException {
        for (String text : Set.of("a\0b", "\0b")) {
            MockHttpServletRequest request = request("GET", ENGINE + "/task");
            request.addParameter("name", text);
            assertThat(request(request)).isEqualTo(Refused.badRequest("notUnderstood"));
        }
    }

    @Test
    void aBodyOfAnUnknownKindIsRefusedAndSoIsABadOne() throws IOException {
        MockHttpServletRequest text = json("POST", ENGINE + "/task", "{}");
        text.setContentType("text/plain");

        assertThat(request(text)).isEqualTo(Refused.badRequest("contentType"));
        assertThat(request(json("POST", ENGINE + "/task", "{\"nameExpression\":1}")))
                .isEqualTo(Refused.badRequest("expression"));
        assertThat(request(json("POST", ENGINE + "/task", "{}"))).isNull();
    }

    @Test
    void aTaskIsTakenByItsSenderAndAProfileChangedByItsOwner() throws IOException {
        Refused other = Refused.badRequest("otherPerson");

        assertThat(request(json("POST", ENGINE + "/task/7/claim", "{}"))).isEqualTo(other);
        assertThat(request(json("POST", ENGINE + "/task/7/claim", "{\"userId\":\"anna\"}")))
                .isNull();
        assertThat(request(json("PUT", ENGINE + "/user/anna/profile", "{\"id\":\"anna\"}")))
                .isNull();
        assertThat(request(json("PUT", ENGINE + "/user/anna/profile", "{\"id\":\"maria\"}")))
                .isEqualTo(other);
        assertThat(request(json("PUT", ENGINE + "/user/maria/profile", "{\"id\":\"anna\"}")))
                .isEqualTo(other);
        assertThat(request(json("GET", ENGINE + "/user/maria/profile", "{}"))).isNull();
    }

    /** Its properties decide what happens behind a door. */
    @ParameterizedTest
    @CsvSource({
        "GET,/camunda/app/acse/patches/sealed-drafts.js,file reading",
        "GET,/camunda/app/acse/phrases.js,file reading",
        "GET,/camunda/app/cockpit/default/,file page reading",
        "GET,/camunda/app/cockpit,file page reading",
        "GET,/actuator/health,file probe reading",
        "GET,/engine-rest/task,''",
        "GET,/camunda/api/cockpit/plugin/base/default/process-definition/statistics,reading",
        "POST,/engine-rest/deployment/create,models modeler",
        "GET,/engine-rest/version,reading modeler",
        "GET,/camunda/api/acse/deadlines,reading",
    })
    void aDoorKnowsWhatStandsBehindIt(String method, String path, String properties) {
        Doors.Door door = doors.at(method, PlainPath.plain(path)).orElseThrow();
        Set<String> expected = Set.of(properties.split(" "));

        assertThat(door.isFile()).as("file").isEqualTo(expected.contains("file"));
        assertThat(door.isProbe()).as("probe").isEqualTo(expected.contains("probe"));
        assertThat(door.isPage()).as("page").isEqualTo(expected.contains("page"));
        assertThat(door.isForModels()).as("models").isEqualTo(expected.contains("models"));
        assertThat(door.isForTheModeler()).as("modeler").isEqualTo(expected.contains("modeler"));
        assertThat(door.isReading()).as("reading").isEqualTo(expected.contains("reading"));
        assertThat(doors.all()).contains(door);
    }

    @Test
    void whoIsRefusedIsToldHowToGoOn() throws IOException {
        MockHttpServletResponse login = new MockHttpServletResponse();
        Refused.LOGIN.tell(login, entrance);
        assertThat(login.getHeader("asked")).isEqualTo("yes");

        MockHttpServletResponse factor = new MockHttpServletResponse();
        Refused.SECOND_FACTOR.tell(factor, entrance);
        assertThat(factor.getStatus()).isEqualTo(401);
        assertThat(factor.getHeader("X-Second-Factor")).isEqualTo("needed");

        MockHttpServletResponse bad = new MockHttpServletResponse();
        Refused.badRequest("maxResults").tell(bad, entrance);
        assertThat(bad.getStatus()).isEqualTo(400);
        assertThat(bad.getHeader("X-Second-Factor")).isNull();
        assertThat(bad.getContentAsString()).contains("2,000");
    }

    private Refused sender(String method, String path, Login person, Set<String> groups) throws IOException {
        return checks.refusedSender(knock(request(method, path), person, groups));
    }

    private Refused request(MockHttpServletRequest request) throws IOException {
        DoorRequest knock = knock(request, ANNA, OPERATORS);
        assertThat(knock.door()).as(request.getRequestURI()).isNotNull();
        return checks.refusedRequest(knock.withBody());
    }

    private DoorRequest knock(MockHttpServletRequest request, Login person, Set<String> groups) {
        PlainPath path = PlainPath.of(request.getRequestURI()).orElseThrow();
        Doors.Door door = doors.at(request.getMethod(), path).orElse(null);
        return new DoorRequest(door, path, person, groups, request, null);
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static MockHttpServletRequest json(String method, String path, String body) {
        MockHttpServletRequest request = request(method, path);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static class AtTheEntrance implements Entrance {

        boolean needsSecondFactor;
        boolean hasShownSecondFactor;
        boolean forDeployingOnly;

        @Override
        public Login person(HttpServletRequest request) {
            return ANNA;
        }

        @Override
        public boolean hasShownSecondFactor(HttpServletRequest request, Login person) {
            return hasShownSecondFactor;
        }

        @Override
        public boolean isForDeployingOnly(HttpServletRequest request) {
            return forDeployingOnly;
        }

        @Override
        public void askForLogin(HttpServletResponse answer) {
            answer.setHeader("asked", "yes");
        }
    }
}
