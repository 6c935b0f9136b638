package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Entrance;
import fr.acse.platform.login.SecondFactor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ProcessTest
class DoorFilterTest {

    @Autowired
    Doors doors;

    @Autowired
    People people;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    Readiness readiness;

    @Autowired
    StillThere stillThere;

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

    private MockHttpServletResponse serve(FilterChain chain) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new DoorFilter(doors, people, secondFactor, readiness, stillThere, identity, new OperatorsEntrance())
                .doFilter(new MockHttpServletRequest("GET", "/engine-rest/task"), answer, chain);
        return answer;
    }

    private static class OperatorsEntrance implements Entrance {

        @Override
        public Login person(HttpServletRequest request) {
            return new Login("operator");
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
