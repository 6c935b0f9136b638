package fr.acse.platform.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;

/**
 * An answer of the engine to a supervisor: it does not say which person of an organisation has a task, nor to which
 * group the task is offered. Otherwise it would show which shelter holds a place (ADR 12).
 */
class WithoutHolders extends HeldAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PEOPLE =
            Set.of("assignee", "owner", "user", "group", "userId", "startUserId", "createUserId");
    private static final String GROUP = "groupId";

    private final Predicate<String> mayBeNamed;

    /** @param mayBeNamed whether a person or a group may stand in the answer */
    WithoutHolders(HttpServletResponse answer, Predicate<String> mayBeNamed) {
        super(answer);
        this.mayBeNamed = mayBeNamed;
    }

    @Override
    boolean isHeld() {
        return getStatus() < HttpStatus.BAD_REQUEST.value()
                && getContentType() != null
                && getContentType().contains("json");
    }

    @Override
    void finish() throws IOException {
        if (!holdsAnything()) {
            return;
        }
        JsonNode answer = JSON.readTree(takeHeld());
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
