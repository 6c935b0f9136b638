package fr.acse.platform.door;

import fr.acse.codes.Login;
import fr.acse.platform.door.Doors.Door;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Answers;
import fr.acse.platform.login.Entrance;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves a request only if {@link Doors} has a rule for the request and the rule allows the sender. {@link DoorChecks} must also accept the
 * content of the request.
 */
@RequiredArgsConstructor
class DoorFilter extends OncePerRequestFilter {

    private static final String TASK = "/task/";

    private final Doors doors;
    private final People people;
    private final IdentityService identity;
    private final Readiness readiness;
    private final HiddenNames hidden;
    private final Entrance entrance;
    private final DoorChecks checks;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        Optional<PlainPath> path = PlainPath.of(request.getRequestURI());
        if (path.isEmpty()) {
            Refused refused = Refused.badRequest("path");
            if (Answers.isForAPerson(request)) {
                refused.tellOnAPage(answer);
            } else {
                refused.tell(answer, entrance);
            }
            return;
        }
        Door door = doors.at(request.getMethod(), path.get()).orElse(null);
        if (!readiness.isReady() && (door == null || !door.isProbe())) {
            if (Answers.isForAPerson(request)) {
                Answers.waitOnAPage(answer);
            } else {
                Answers.askToRetry(answer);
            }
        } else if (door != null && door.isFile()) {
            Answers.open(request);
            OurWords words = new OurWords(answer, readiness, door, null, Answers.isForAPerson(request));
            OwnNonce page = new OwnNonce(words);
            try {
                Caller.<IOException, ServletException>atLogin(() -> chain.doFilter(request, page));
                page.finish();
            } catch (IOException | ServletException | RuntimeException failure) {
                words.failed(failure);
            }
            words.finish();
        } else {
            knock(door, path.get(), new LimitedList(request), new NeverStored(answer), chain);
        }
    }

    private void knock(
            Door door, PlainPath path, HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        Login person = entrance.person(request);
        Set<String> groups = person == null ? Set.of() : people.groupsOf(person);
        if (person != null) {
            entrance.belongsTo(request, groups);
        }
        DoorRequest knock = new DoorRequest(door, path, person, groups, request, null);
        Refused refused = checks.refusedSender(knock);
        if (refused == null) {
            knock = knock.withBody();
            refused = checks.refusedRequest(knock);
        }
        if (refused == null) {
            pass(knock, answer, chain);
        } else if (door != null && door.isWrittenPage() || Answers.isForAPerson(request)) {
            refused.tellOnAPage(answer);
        } else {
            refused.tell(answer, entrance);
        }
    }

    private void pass(DoorRequest knock, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        Door door = knock.door();
        Login person = knock.person();
        Set<String> groups = knock.groups();
        LimitedBody request = new LimitedBody(knock.request(), door.longestBody());
        Answers.open(request);
        OurWords words = new OurWords(answer, readiness, door, taskOf(knock), Answers.isForAPerson(request));
        try {
            if (person == null || door.isForAnybody()) {
                Caller.<IOException, ServletException>atLogin(() -> chain.doFilter(request, words));
            } else {
                HttpServletResponse told = door.isOfForm() ? words : hidden.narrow(request, words, person, groups);
                Caller.<IOException, ServletException>person(
                        person, () -> passAs(person, groups, chain, request, told));
                if (told instanceof WithoutHolders without) {
                    without.finish();
                }
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            words.failed(failure);
        }
        if (request.isTooLong()) {
            words.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        }
        words.finish();
    }

    /** The id of the task in the path of a request, or null if the path contains none. */
    private static String taskOf(DoorRequest knock) {
        if (!knock.door().isOfTask()) {
            return null;
        }
        String path = knock.path().text();
        return path.substring(path.indexOf(TASK) + TASK.length()).split("/")[0];
    }

    /** Serves the request with the person as the engine's current user. */
    private void passAs(
            Login person, Set<String> groups, FilterChain chain, HttpServletRequest request, HttpServletResponse answer)
            throws IOException, ServletException {
        identity.setAuthentication(person.value(), List.copyOf(groups));
        try {
            chain.doFilter(request, answer);
        } finally {
            identity.clearAuthentication();
        }
    }
}
