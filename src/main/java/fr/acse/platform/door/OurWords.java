package fr.acse.platform.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.platform.database.DatabaseFailure;
import fr.acse.platform.door.Doors.Door;
import fr.acse.platform.login.Answers;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Replaces error messages of the engine or of a library with messages of this application. The original messages would reveal ids, class
 * names or SQL statements. A successful response is sent unchanged.
 */
class OurWords extends HeldAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(OurWords.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 64 * 1024;
    private static final String OURS = "Refusal";
    private static final String AT_THE_SAME_TIME = "OptimisticLockingException";

    private final Readiness readiness;
    private final Door door;
    private final String task;
    private final boolean forAPerson;
    private long length = -1;
    private DatabaseFailure met;

    /**
     * @param door access rule that allows the request, or null
     * @param task id of the task in the path of the request, or null
     * @param forAPerson whether a person opened the address in a browser, where the error message can be an HTML page
     */
    OurWords(HttpServletResponse answer, Readiness readiness, Door door, String task, boolean forAPerson) {
        super(answer);
        this.readiness = readiness;
        this.door = door;
        this.task = task;
        this.forAPerson = forAPerson;
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, String ignored) {
        resetBuffer();
        setStatus(status);
        hold();
    }

    @Override
    boolean isHeld() {
        return getStatus() >= HttpStatus.BAD_REQUEST.value();
    }

    @Override
    int longest() {
        return LONGEST;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        sendLength();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        sendLength();
        return super.getWriter();
    }

    /** Stores the length of the content until the content is known: the original response or an error message. */
    @Override
    public void setContentLength(int octets) {
        length = octets;
    }

    @Override
    public void setContentLengthLong(long octets) {
        length = octets;
    }

    @Override
    public void setHeader(String name, String value) {
        if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    private void sendLength() {
        if (length >= 0 && getStatus() < HttpStatus.BAD_REQUEST.value()) {
            super.setContentLengthLong(length);
        }
    }

    /** Logs the exception of a failed request. The response gets status 500, unless the response has been sent already. */
    void failed(Exception failure) {
        met = DatabaseFailure.of(failure).orElse(null);
        if (met == null) {
            LOG.warn("A request failed", failure);
        } else {
            LOG.warn("A request failed: {}", DatabaseFailure.said(failure));
        }
        if (!isCommitted()) {
            sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    /** Sends the error message if the request failed. */
    @Override
    void finish() throws IOException {
        int status = getStatus();
        if (status < HttpStatus.BAD_REQUEST.value() || isCommitted()) {
            if (!isCommitted()) {
                sendLength();
            }
            return;
        }
        byte[] said = takeHeld();
        JsonNode json = json(said);
        HttpServletResponse answer = (HttpServletResponse) getResponse();
        if (OURS.equals(json.path("type").asText())) {
            if (door != null && door.isWrittenPage() || forAPerson) {
                answer.resetBuffer();
                Answers.pageOf(
                        answer, HttpStatus.valueOf(status), json.path("message").asText());
            } else {
                answer.getOutputStream().write(said);
            }
            return;
        }
        answer.resetBuffer();
        if (door != null && door.isPage() || forAPerson && status == HttpStatus.NOT_FOUND.value()) {
            boolean forOthers = status == HttpStatus.FORBIDDEN.value();
            Answers.page(
                    answer, forOthers ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND, forOthers ? "door" : "notThere");
        } else if (met == null && task != null && readiness.isTaskGone(task)) {
            // The error message of the engine depends on the moment in which another person completed the task.
            Answers.refuse(answer, HttpStatus.BAD_REQUEST, "taskDone");
        } else if (json.path("type").asText().equals(AT_THE_SAME_TIME)) {
            Answers.refuse(answer, HttpStatus.BAD_REQUEST, "somebodyElse");
        } else if (status < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            Answers.refuse(answer, HttpStatus.valueOf(status), code(HttpStatus.valueOf(status)));
        } else if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            Answers.askToRetry(answer);
        } else if (met != null) {
            answer.setHeader(HttpHeaders.RETRY_AFTER, Answers.RETRY_AFTER_SECONDS);
            Answers.refuse(answer, met.status(), met.code());
        } else if (readiness.isDatabaseThere()) {
            LOG.warn(
                    "A request was answered as not understood: {}",
                    json.path("type").asText());
            Answers.refuse(answer, HttpStatus.BAD_REQUEST, "notUnderstood");
        } else {
            Answers.askToRetry(answer);
        }
    }

    private static JsonNode json(byte[] said) {
        try {
            return JSON.readTree(said);
        } catch (IOException noJson) {
            return JSON.createObjectNode();
        }
    }

    private String code(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> door != null && door.isForAnybody() ? "wrongLogin" : "login";
            case FORBIDDEN -> "door";
            case NOT_FOUND -> "notThere";
            case CONFLICT -> "somebodyElse";
            case PAYLOAD_TOO_LARGE -> "tooLarge";
            case TOO_MANY_REQUESTS -> "tooManyAttempts";
            default -> "notUnderstood";
        };
    }
}
