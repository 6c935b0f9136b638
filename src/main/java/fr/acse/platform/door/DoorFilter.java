package fr.acse.platform.door;

import fr.acse.platform.access.AccessRules;
import fr.acse.platform.door.Doors.Door;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Answers;
import fr.acse.platform.login.Entrance;
import fr.acse.platform.login.SecondFactor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request through if a door is listed for it, the door is open to its sender, and the request asks for nothing
 * forbidden.
 */
class DoorFilter extends OncePerRequestFilter {

    private static final String OPENED = DoorFilter.class.getName() + ".opened";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    private static final String API = "/(engine-rest|camunda/api|acse|api|actuator)(/.*)?";

    private final Doors doors;
    private final People people;
    private final SecondFactor secondFactor;
    private final Readiness readiness;
    private final Entrance entrance;

    DoorFilter(Doors doors, People people, SecondFactor secondFactor, Readiness readiness, Entrance entrance) {
        this.doors = doors;
        this.people = people;
        this.secondFactor = secondFactor;
        this.readiness = readiness;
        this.entrance = entrance;
    }

    /** Whether a door let a request through. Whatever serves requests asks this last. */
    static boolean hasOpened(HttpServletRequest request) {
        return request.getAttribute(OPENED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        Optional<PlainPath> path = PlainPath.of(request.getRequestURI());
        if (path.isEmpty()) {
            Answers.refuse(answer, HttpStatus.BAD_REQUEST, "path");
            return;
        }
        Door door = doors.at(request.getMethod(), path.get()).orElse(null);
        if (!readiness.isReady() && (door == null || !door.isProbe())) {
            Answers.askToRetry(answer);
        } else if (door != null && door.isFile()) {
            open(request);
            OurWords words = new OurWords(answer, readiness::databaseAnswers, door);
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
        String person = entrance.person(request);
        Set<String> groups = person == null ? Set.of() : people.groupsOf(person);
        if (person == null && (door == null ? path.text().matches(API) : !door.isForAnybody())) {
            entrance.askForLogin(answer);
        } else if (door == null) {
            Answers.refuse(answer, HttpStatus.NOT_FOUND, "notThere");
        } else if (person != null && !door.isForHalfway() && lacksSecondFactor(person, request)) {
            answer.setHeader("X-Second-Factor", "needed");
            Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "secondFactor");
        } else if (person != null
                && (!door.isOpenTo(groups) || entrance.isForDeployingOnly(request) && !door.isForTheModeler())) {
            Answers.refuse(answer, HttpStatus.FORBIDDEN, "door");
        } else {
            JsonBody body = JsonBody.isJson(request) ? new JsonBody(request) : null;
            String refusal = refusal(door, person, request, body);
            if (refusal != null) {
                boolean elsewhere = refusal.equals("elsewhere");
                Answers.refuse(answer, elsewhere ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST, refusal);
            } else {
                pass(door, person, groups, body == null ? request : body, answer, chain);
            }
        }
    }

    private boolean lacksSecondFactor(String person, HttpServletRequest request) {
        return secondFactor.isRequired(person) && !entrance.hasShownSecondFactor(request, person);
    }

    /** Code of the refusal if the request asks for something that nobody may ask for, or null. */
    private static String refusal(Door door, String person, HttpServletRequest request, JsonBody body)
            throws IOException {
        Set<String> criteria = request.getParameterMap().keySet();
        if (comesFromElsewhere(request)) {
            return "elsewhere";
        }
        if (JsonBody.isOfUnknownKind(request)) {
            return "contentType";
        }
        if (criteria.stream().anyMatch(JsonBody::isExpression)) {
            return "expression";
        }
        if (criteria.stream().anyMatch(JsonBody::isHolderCriterion) || sortsByHolder(request)) {
            return "holderCriterion";
        }
        if (request.getParameter(LimitedList.NAME) != null
                && !request.getParameter(LimitedList.NAME).matches(LimitedList.ALLOWED)) {
            return "maxResults";
        }
        if (!mayNameValues(door) && criteria.stream().anyMatch(JsonBody::isValueCriterion)) {
            return "valueCriterion";
        }
        if (request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf(0) >= 0)) {
            return "path";
        }
        if (body == null) {
            return null;
        }
        String refusal = body.refusal(mayNameValues(door));
        return refusal == null && !namesWhomItMay(door, person, request, body) ? "otherPerson" : refusal;
    }

    /**
     * A person takes a task only for herself, and changes only her own profile. It is checked here, because the
     * engine believes what the body says.
     */
    private static boolean namesWhomItMay(Door door, String person, HttpServletRequest request, JsonBody body)
            throws IOException {
        return switch (door.path().getPatternString()) {
            case "/task/{id}/claim" -> body.text("userId") != null;
            case "/user/{id}/profile" ->
                door.isReading()
                        || person.equals(body.text("id"))
                                && request.getRequestURI().endsWith("/user/" + person + "/profile");
            default -> true;
        };
    }

    private static boolean sortsByHolder(HttpServletRequest request) {
        return JsonBody.SORTS_BY_HOLDER.contains(String.valueOf(request.getParameter("sortBy")));
    }

    private void pass(
            Door door,
            String person,
            Set<String> groups,
            HttpServletRequest request,
            HttpServletResponse answer,
            FilterChain chain)
            throws IOException, ServletException {
        open(request);
        OurWords words = new OurWords(answer, readiness::databaseAnswers, door);
        try {
            if (person == null || door.isForAnybody()) {
                Caller.<IOException, ServletException>atLogin(() -> chain.doFilter(request, words));
            } else {
                HttpServletResponse narrowed = seesHolders(door, groups)
                        ? words
                        : new WithoutHolders(words, who -> mayBeNamedToSupervisors(person, who));
                Caller.<IOException, ServletException>person(
                        person, () -> entrance.pass(person, groups, chain, request, narrowed));
                if (narrowed instanceof WithoutHolders without) {
                    without.finish();
                }
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            words.failed(failure);
        }
        words.finish();
    }

    private static boolean seesHolders(Door door, Set<String> groups) {
        return !door.isVendors()
                || !groups.contains(AccessRules.SUPERVISORS)
                || groups.contains(AccessRules.COORDINATION);
    }

    /**
     * Whether supervisors may see the name: it is their own, or that of a person who is known to work for no
     * organisation. Of a person who is gone, this is not known.
     */
    private boolean mayBeNamedToSupervisors(String person, String who) {
        if (who.equals(person)) {
            return true;
        }
        if (people.isGroup(who)) {
            return !who.startsWith(People.ORGANISATION) && !who.equals(AccessRules.SHELTERS);
        }
        Set<String> groups = people.groupsOf(who);
        return !groups.isEmpty() && groups.stream().noneMatch(group -> group.startsWith(People.ORGANISATION));
    }

    private static void open(HttpServletRequest request) {
        request.setAttribute(OPENED, true);
    }

    /** Forms hold values. For tasks and filters, the engine itself checks the criteria. */
    private static boolean mayNameValues(Door door) {
        String path = door.path().getPatternString();
        return path.startsWith("/camunda/api/acse/")
                || path.endsWith("/submit-form")
                || path.startsWith("/task")
                || path.startsWith("/filter");
    }

    /** A browser marks a request that another website made it send. A remembered login would be sent with it. */
    private static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return !READING.contains(request.getMethod()) && site != null && !FROM_HERE.contains(site);
    }

    /** No cache keeps an answer, whatever the engine says. */
    private static class NeverStored extends HttpServletResponseWrapper {

        NeverStored(HttpServletResponse answer) {
            super(answer);
            answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                super.addHeader(name, value);
            }
        }
    }

    /** A request for a list without a limit gets only its beginning; the engine refuses larger limits. */
    private static class LimitedList extends HttpServletRequestWrapper {

        static final String NAME = "maxResults";
        /** Up to 2000, the engine's own limit. */
        static final String ALLOWED = "1?\\d{1,3}|2000";

        private static final String LIMIT = NAME + "=1000";

        LimitedList(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            if (query == null) {
                return LIMIT;
            }
            return query.contains(NAME + "=") ? query : query + "&" + LIMIT;
        }
    }
}
