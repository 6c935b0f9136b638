package fr.acse.platform.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;

/**
 * An answer of the engine to a supervisor: it does not say which person of an organisation has a task, nor to which
 * group the task is offered. Otherwise it would show which shelter holds a place (ADR 12).
 */
class WithoutHolders extends HttpServletResponseWrapper {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PEOPLE =
            Set.of("assignee", "owner", "user", "group", "userId", "startUserId", "createUserId");
    private static final String GROUP = "groupId";

    private final Predicate<String> mayBeNamed;
    private ByteArrayOutputStream held;
    private PrintWriter writer;

    /** @param mayBeNamed whether a person or a group may stand in the answer */
    WithoutHolders(HttpServletResponse answer, Predicate<String> mayBeNamed) {
        super(answer);
        this.mayBeNamed = mayBeNamed;
    }

    private boolean isToBeRead() {
        return getStatus() < HttpStatus.BAD_REQUEST.value()
                && getContentType() != null
                && getContentType().contains("json");
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!isToBeRead()) {
            return super.getOutputStream();
        }
        if (held == null) {
            held = new ByteArrayOutputStream();
        }
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                held.write(octet);
            }

            @Override
            public void write(byte[] octets, int offset, int length) {
                held.write(octets, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("The answer is read before it is sent");
            }
        };
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!isToBeRead()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8), true);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (held == null) {
            super.flushBuffer();
        }
    }

    void finish() throws IOException {
        if (held == null) {
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        JsonNode answer = JSON.readTree(held.toByteArray());
        held = null;
        clear(answer);
        byte[] cleared = JSON.writeValueAsBytes(answer);
        setContentLength(cleared.length);
        getResponse().getOutputStream().write(cleared);
    }

    private void clear(JsonNode node) {
        if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (isForbidden(list.get(i).path(GROUP))
                        || isForbidden(list.get(i).path("userId"))) {
                    list.remove(i);
                }
            }
        } else if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(PEOPLE)) {
                if (isForbidden(object.path(name))
                        || isForbidden(lastOf(object.path(name).path("href")))) {
                    object.putNull(name);
                }
            }
        }
        node.forEach(this::clear);
    }

    /** One kind of answer names people by the web address of their profile. */
    private static JsonNode lastOf(JsonNode address) {
        String text = address.asText("");
        return text.contains("/") ? TextNode.valueOf(text.substring(text.lastIndexOf('/') + 1)) : address;
    }

    private boolean isForbidden(JsonNode who) {
        return who.isTextual() && !mayBeNamed.test(who.asText());
    }
}
