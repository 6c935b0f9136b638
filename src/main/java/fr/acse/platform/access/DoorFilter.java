package fr.acse.platform.access;

import fr.acse.directory.People;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request through to an API if its door is open to the person, and if it asks for nothing that is asked for by nobody. */
class DoorFilter extends OncePerRequestFilter {

    private static final Pattern ENGINE =
            Pattern.compile("/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)(/.+)");
    private static final Pattern ENGINES = Pattern.compile("/(?:engine-rest|camunda/api/engine)(/engine)");
    private static final Pattern APIS = Pattern.compile("/(?:engine-rest|camunda/api|acse)(?:/|$)");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    /** Who sends a request, or null if nobody is logged in. */
    interface Sender {
        String of(HttpServletRequest request);
    }

    /** What a request meets behind its door. */
    interface Behind {
        void pass(
                String person,
                Set<String> groups,
                FilterChain chain,
                HttpServletRequest request,
                HttpServletResponse answer)
                throws IOException, ServletException;
    }

    private final Doors doors;
    private final People people;
    private final Sender sender;
    private final Behind behind;

    DoorFilter(Doors doors, People people, Sender sender, Behind behind) {
        this.doors = doors;
        this.people = people;
        this.sender = sender;
        this.behind = behind;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        String door = door(request.getRequestURI());
        if (door == null) {
            chain.doFilter(request, answer);
        } else {
            knock(door, new LimitedList(request), new NeverStored(answer), chain);
        }
    }

    private void knock(String door, HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        String person = sender.of(request);
        Set<String> groups = person == null ? null : people.groupsOf(person);
        if (!doors.isOpen(request.getMethod(), door, groups)) {
            HttpStatus status = person == null ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
            Answers.refuse(answer, status, person == null ? "login" : "door");
        } else if (comesFromElsewhere(request)) {
            Answers.refuse(answer, HttpStatus.FORBIDDEN, "elsewhere");
        } else if (request.getParameterMap().keySet().stream().anyMatch(JsonBody::isExpression)) {
            Answers.refuse(answer, HttpStatus.BAD_REQUEST, "expression");
        } else if (!mayNameValues(door)
                && request.getParameterMap().keySet().stream().anyMatch(JsonBody::isValueCriterion)) {
            Answers.refuse(answer, HttpStatus.BAD_REQUEST, "valueCriterion");
        } else if (request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf(0) >= 0)) {
            Answers.refuse(answer, HttpStatus.BAD_REQUEST, "path");
        } else if (JsonBody.isJson(request)) {
            JsonBody body = new JsonBody(request);
            String refusal = body.refusal(mayNameValues(door));
            if (refusal != null) {
                Answers.refuse(answer, HttpStatus.BAD_REQUEST, refusal);
            } else {
                behind.pass(person, groups, chain, body, answer);
            }
        } else {
            behind.pass(person, groups, chain, request, answer);
        }
    }

    /** Forms say values; and for tasks and filters the engine itself looks which criteria are asked for. */
    private static boolean mayNameValues(String door) {
        return door.endsWith("/submit-form")
                || door.startsWith("/task")
                || door.startsWith("/filter")
                || door.startsWith("/camunda/api/acse/");
    }

    /** The door of a path as {@code doors.txt} writes it, or null for what is no API. */
    static String door(String uri) {
        String path = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        Matcher engines = ENGINES.matcher(path);
        if (engines.matches()) {
            return engines.group(1);
        }
        Matcher engine = ENGINE.matcher(path);
        if (engine.matches()) {
            return engine.group(1);
        }
        return APIS.matcher(path).lookingAt() ? path : null;
    }

    /** A browser says so when another site makes it send something; a login that it remembers would go along. */
    private static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return !READING.contains(request.getMethod()) && site != null && !FROM_HERE.contains(site);
    }

    /** What somebody may read stays in no cache, whatever the engine says. */
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

    /** Whoever asks for a list without an end gets its beginning; the engine refuses to be asked for more. */
    private static class LimitedList extends HttpServletRequestWrapper {

        private static final String LIMIT = "maxResults=1000";

        LimitedList(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            if (query == null) {
                return LIMIT;
            }
            return query.contains("maxResults=") ? query : query + "&" + LIMIT;
        }
    }
}
