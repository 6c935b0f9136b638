package fr.acse.platform.door;

import fr.acse.codes.Login;
import fr.acse.platform.door.Doors.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;

/**
 * A request before a door.
 *
 * @param door that is listed for it, or null
 * @param person who sends it, or null if nobody is logged in
 * @param body its JSON, or null if it has none
 */
record DoorRequest(
        Door door, PlainPath path, Login person, Set<String> groups, HttpServletRequest request, JsonBody body) {

    /** The same request with its body, if that is JSON. */
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

    /** A form may name values. For tasks and filters, the engine itself checks the criteria. */
    boolean mayNameValues() {
        String pattern = door.path().getPatternString();
        return pattern.startsWith("/camunda/api/acse/")
                || pattern.endsWith("/submit-form")
                || pattern.startsWith("/task")
                || pattern.startsWith("/filter");
    }
}
