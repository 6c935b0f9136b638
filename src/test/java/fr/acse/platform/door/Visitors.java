package fr.acse.platform.door;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** People with their browsers open. Where a test lets hours pass, they log in again. */
public final class Visitors {

    private static final Map<String, Door> DOORS = new HashMap<>();
    private static final int LOGIN = 401;

    private Visitors() {}

    /** @param path of the engine's API, or one of ours that begins with {@code own:} */
    public static HttpResponse<String> call(int port, String person, String method, String path, String body) {
        String key = person + "@" + port;
        HttpResponse<String> answer =
                DOORS.computeIfAbsent(key, any -> Door.web(port, person)).call(method, path, body);
        if (answer.statusCode() != LOGIN) {
            return answer;
        }
        DOORS.put(key, Door.web(port, person));
        return DOORS.get(key).call(method, path, body);
    }
}
