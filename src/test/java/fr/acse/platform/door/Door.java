package fr.acse.platform.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** One person at one of the doors to the engine, with what her program or her browser sends along. */
public abstract class Door {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Door> SHARED = new HashMap<>();

    private final URI server;
    private final String person;
    private final HttpClient http;

    private Door(int port, String person, HttpClient http) {
        this.server = URI.create("http://localhost:" + port);
        this.person = person;
        this.http = http;
    }

    public String person() {
        return person;
    }

    /** @param body JSON, or null for none */
    public HttpResponse<String> call(String method, String path, String body) {
        return exchange(method, place(path), "application/json", body);
    }

    /** Submits the form of a task. */
    public HttpResponse<String> submit(String task, Map<String, Object> entries) {
        ObjectNode variables = JSON.createObjectNode();
        entries.forEach((key, value) ->
                variables.withObject("/variables").putObject(key).putPOJO("value", value));
        return call("POST", "/task/" + task + "/submit-form", variables.toString());
    }

    /** Headers by which a browser shows the session. */
    public String session() {
        return "";
    }

    /** Where a path of the engine's API, or one of ours that begins with {@code own:}, is at this door. */
    public abstract String place(String path);

    public abstract void sendAlong(HttpRequest.Builder request);

    /** A file as it comes. */
    public byte[] bytes(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(place(path)));
        sendAlong(request);
        return sent(request, BodyHandlers.ofByteArray()).body();
    }

    public HttpResponse<String> exchange(String method, String place, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(place))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        sendAlong(request);
        return sent(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            return http.send(request.build(), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Door rest(int port, String person) {
        return rest(port, person, person);
    }

    public static Door rest(int port, String person, String password) {
        String login = Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Door(port, person, HttpClient.newHttpClient()) {
            @Override
            public String place(String path) {
                return path.startsWith("own:") ? "/camunda/api/acse" + path.substring(4) : "/engine-rest" + path;
            }

            @Override
            public void sendAlong(HttpRequest.Builder request) {
                request.header("Authorization", "Basic " + login);
            }
        };
    }

    /** A session of a person of the demo, which tests share while it lasts: a password takes as long to check as ten requests. */
    public static Door web(int port, String person) {
        return SHARED.compute(
                port + " " + person,
                (any, before) -> before != null && before.isLoggedIn() ? before : web(port, person, "welcome"));
    }

    private boolean isLoggedIn() {
        HttpResponse<String> answer = exchange("GET", "/camunda/api/admin/auth/user/default", null, null);
        return answer.statusCode() == 200 && answer.body().contains("\"" + person + "\"");
    }

    public static Door web(int port, String person, String app) {
        return web(port, person, person, app);
    }

    public static Door web(int port, String person, String password, String app) {
        CookieManager cookies = new CookieManager();
        Door door = new Door(
                port, person, HttpClient.newBuilder().cookieHandler(cookies).build()) {
            @Override
            public String place(String path) {
                if (path.startsWith("web:")) {
                    return path.substring(4);
                }
                return path.startsWith("own:")
                        ? "/camunda/api/acse" + path.substring(4)
                        : "/camunda/api/engine/engine/default" + path;
            }

            @Override
            public String session() {
                StringBuilder headers = new StringBuilder("Cookie: ");
                cookies.getCookieStore()
                        .getCookies()
                        .forEach(each -> headers.append(each.getName() + "=" + each.getValue() + "; "));
                headers.append("\r\n");
                cookies.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                        .forEach(token -> headers.append("X-XSRF-TOKEN: " + token.getValue() + "\r\n"));
                return headers.toString();
            }

            @Override
            public void sendAlong(HttpRequest.Builder request) {
                cookies.getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                        .findFirst()
                        .ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
            }
        };
        door.exchange("GET", "/camunda/app/welcome/default/", null, null);
        HttpResponse<String> login = door.exchange(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + app,
                "application/x-www-form-urlencoded",
                "username=" + person + "&password=" + password);
        if (login.statusCode() != 200) {
            throw new IllegalStateException(person + " cannot log in: " + login.statusCode());
        }
        // The session is a new one now, and gives its token with the next page.
        door.exchange("GET", "/camunda/app/welcome/default/", null, null);
        return door;
    }
}
