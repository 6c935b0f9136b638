package fr.acse.platform.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** Writes the response to a refused request, in the form of the engine's own errors. */
public final class Answers {

    public static final String RETRY_AFTER_SECONDS = "5";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OPENED = Answers.class.getName() + ".opened";

    private Answers() {}

    /** Marks a request that {@code DoorFilter} lets pass. */
    public static void open(HttpServletRequest request) {
        request.setAttribute(OPENED, true);
    }

    /** Whether {@code DoorFilter} let the request pass. This check is the last one before a request is served. */
    public static boolean isOpened(HttpServletRequest request) {
        return request.getAttribute(OPENED) != null;
    }

    public static void refuse(HttpServletResponse answer, HttpStatus status, String code, Object... details)
            throws IOException {
        answer.setStatus(status.value());
        answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.writeValue(answer.getOutputStream(), body(code, details));
    }

    /** Whether a person opened the address in a browser; false for a request of a script or a program. */
    public static boolean isForAPerson(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/engine-rest");
    }

    /** Sends the error message as an HTML page to a person who opened the address in a browser. */
    public static void page(HttpServletResponse answer, HttpStatus status, String code) throws IOException {
        pageOf(answer, status, Words.of("refusal." + code));
    }

    /** @param words message that says what went wrong and what the person can do */
    public static void pageOf(HttpServletResponse answer, HttpStatus status, String words) throws IOException {
        answer.setStatus(status.value());
        answer.setContentType(MediaType.TEXT_HTML_VALUE);
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\" /><title>Ac.Sé</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />"
                + "<link rel=\"stylesheet\" href=\"/second-factor.css\" /></head><body><main><h1>%s</h1><p>"
                + "<a href=\"/\">%s</a></p></main></body></html>";
        answer.getOutputStream()
                .write(page.formatted(HtmlUtils.htmlEscape(words), Words.of("page.back"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Asks a person to wait: the page loads again by itself, at the address that she opened, until the application is ready. */
    public static void waitOnAPage(HttpServletResponse answer) throws IOException {
        answer.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        answer.setHeader("Refresh", RETRY_AFTER_SECONDS);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        pageOf(answer, HttpStatus.SERVICE_UNAVAILABLE, Words.of("page.wait"));
    }

    /** Asks the client to try again later: the application starts, stops or has no database, or too many people log in at once. */
    public static void askToRetry(HttpServletResponse answer) throws IOException {
        answer.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        refuse(answer, HttpStatus.SERVICE_UNAVAILABLE, "notReady");
    }

    static ResponseEntity<Map<String, String>> refusal(HttpStatus status, String code, Object... details) {
        return ResponseEntity.status(status).body(body(code, details));
    }

    private static Map<String, String> body(String code, Object... details) {
        return Map.of("type", "Refusal", "code", code, "message", Words.of("refusal." + code, details));
    }
}
