package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Entrance;
import fr.acse.platform.login.SecondFactor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ProcessTest
class DoorFilterTest {

    private static final String SEARCH = "/camunda/api/acse/cases";

    @Autowired
    Doors doors;

    @Autowired
    People people;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    Readiness readiness;

    @Autowired
    HiddenNames hidden;

    @Autowired
    Pace pace;

    @Autowired
    AuditLog audit;

    @Autowired
    IdentityService identity;

    @Test
    void aRequestActsForItsPersonAndTheNextOneOnThisThreadForNobody() throws Exception {
        AtomicReference<String> acted = new AtomicReference<>();

        serve((request, answer) -> acted.set(identity.getCurrentAuthentication().getUserId()));
        assertThat(acted).hasValue("operator");
        assertThat(identity.getCurrentAuthentication()).isNull();

        MockHttpServletResponse failed = serve((request, answer) -> {
            throw new ServletException("The engine failed");
        });
        assertThat(failed.getStatus()).isGreaterThanOrEqualTo(400);
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void whoSearchesMoreOftenThanDailyWorkNeedsIsStoppedAndTheSupervisorsAreToldOnce() throws Exception {
        AtomicInteger told = new AtomicInteger();
        Pace three =
                new Pace(new MockEnvironment().withProperty("acse.pace.searches", "3"), audit, told::incrementAndGet);
        AtomicInteger served = new AtomicInteger();

        MockHttpServletResponse last = null;
        for (int time = 0; time < 5; time++) {
            last = serve(SEARCH, "operator", three, (request, answer) -> served.incrementAndGet());
        }

        assertThat(served).hasValue(3);
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getContentAsString()).contains("more often within an hour than daily work needs");
        assertThat(told).hasValue(1);
        assertThat(audit.latest(5))
                .filteredOn(line -> line.act() == Act.PACE_STOPPED)
                .extracting(line -> line.person().value() + " " + line.subject())
                .containsExactly("operator searches");
        serve(SEARCH, "operator2", three, (request, answer) -> served.incrementAndGet());
        serve("/engine-rest/task", "operator", three, (request, answer) -> served.incrementAndGet());
        assertThat(served).as("somebody else, and what is not counted").hasValue(5);
    }

    @Test
    void beforeTheApplicationIsReadyAPersonSeesAPageThatLoadsAgainAndAProgramIsAskedToRetry() throws Exception {
        Readiness starting = new Readiness(new StartingApplication(), null, null);
        MockHttpServletRequest opened = new MockHttpServletRequest("GET", "/camunda/app/tasklist/default/");
        opened.addHeader("Accept", "text/html,*/*;q=0.8");

        MockHttpServletResponse page = serve(opened, starting);
        MockHttpServletResponse program = serve(new MockHttpServletRequest("GET", SEARCH), starting);
        MockHttpServletResponse style = serve(new MockHttpServletRequest("GET", "/second-factor.css"), starting);

        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getContentType()).startsWith("text/html");
        assertThat(page.getContentAsString())
                .contains("The application is starting")
                .doesNotContain("{");
        assertThat(page.getHeader("Refresh")).isEqualTo("5");
        assertThat(program.getStatus()).isEqualTo(503);
        assertThat(program.getContentType()).startsWith("application/json");
        assertThat(program.getHeader("Refresh")).isNull();
        assertThat(style.getStatus()).as("the page does not lose its style").isEqualTo(200);
    }

    private MockHttpServletResponse serve(MockHttpServletRequest request, Readiness starting) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        Entrance entrance = new EntranceOf("operator");
        DoorChecks checks = new DoorChecks(entrance, secondFactor::isRequired, pace);
        new DoorFilter(doors, people, identity, starting, hidden, entrance, checks)
                .doFilter(request, answer, (any, served) -> {});
        return answer;
    }

    private static class StartingApplication implements ApplicationAvailability {

        @Override
        public <S extends AvailabilityState> S getState(Class<S> type, S otherwise) {
            return otherwise;
        }

        @Override
        public <S extends AvailabilityState> S getState(Class<S> type) {
            return null;
        }

        @Override
        public <S extends AvailabilityState> AvailabilityChangeEvent<S> getLastChangeEvent(Class<S> type) {
            return null;
        }
    }

    private MockHttpServletResponse serve(FilterChain chain) throws Exception {
        return serve("/engine-rest/task", "operator", pace, chain);
    }

    private MockHttpServletResponse serve(String path, String person, Pace counted, FilterChain chain)
            throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        Entrance entrance = new EntranceOf(person);
        DoorChecks checks = new DoorChecks(entrance, secondFactor::isRequired, counted);
        new DoorFilter(doors, people, identity, readiness, hidden, entrance, checks)
                .doFilter(new MockHttpServletRequest("GET", path), answer, chain);
        return answer;
    }

    private record EntranceOf(String login) implements Entrance {

        @Override
        public Login person(HttpServletRequest request) {
            return new Login(login);
        }

        @Override
        public boolean hasShownSecondFactor(HttpServletRequest request, Login person) {
            return true;
        }

        @Override
        public boolean isForDeployingOnly(HttpServletRequest request) {
            return false;
        }

        @Override
        public void askForLogin(HttpServletResponse answer) {
            throw new IllegalStateException("She is logged in");
        }
    }
}
