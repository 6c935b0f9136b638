package fr.acse.platform.door;

import fr.acse.codes.Login;
import fr.acse.platform.door.Doors.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/**
 * A request during the checks before it is served.
 *
 * @param door access rule for the request, or null if the table has none
 * @param person person who sends the request, or null if nobody is logged in
 * @param body JSON body of the request, or null if the request has none
 */
record DoorRequest(
        Door door, PlainPath path, Login person, Set<String> groups, HttpServletRequest request, JsonBody body) {

    /** The same request with its body, if the body is JSON. */
    DoorRequest withBody() throws IOException {
        if (!JsonBody.isJson(request)) {
            return this;
        }
        JsonBody read = new JsonBody(request, door.longestBody());
        return new DoorRequest(door, path, person, groups, read, read);
    }

    Set<String> parameters() {
        return request.getParameterMap().keySet();
    }

    /** Whether the request may name variable values. For tasks and filters, the engine itself checks the search criteria. */
    boolean mayNameValues() {
        String pattern = door.path().getPatternString();
        return pattern.startsWith("/camunda/api/acse/")
                || pattern.endsWith("/submit-form")
                || pattern.startsWith("/task")
                || pattern.startsWith("/filter");
    }
}
