package fr.acse.platform.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/**
 * A response to a supervisor. The response does not name a person of an association or a shelter who has a task or has read a value. The
 * response does not name the organisation to which a task is offered. Names of people and organisations would reveal which shelter holds a
 * place (ADR 12, 40).
 */
class WithoutHolders extends HeldAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BETWEEN_CELLS = ";";

    private final Predicate<String> isHolder;
    private final Predicate<String> isHidden;
    private final Set<String> named;

    /**
     * @param isHolder whether a text is the login of a person in an association or a shelter, or the group of such an organisation
     * @param isHidden whether the response must not show that a task is offered to this group
     * @param named names of variables that may name a person, and whose content is not searched
     */
    WithoutHolders(
            HttpServletResponse answer, Predicate<String> isHolder, Predicate<String> isHidden, Set<String> named) {
        super(answer);
        this.isHolder = isHolder;
        this.isHidden = isHidden;
        this.named = named;
    }

    @Override
    boolean isHeld() {
        return getStatus() < HttpStatus.BAD_REQUEST.value() && (isOf("json") || isOf("csv"));
    }

    private boolean isOf(String kind) {
        return getContentType() != null && getContentType().contains(kind);
    }

    @Override
    void finish() throws IOException {
        if (!holdsAnything()) {
            return;
        }
        byte[] cleared = isOf("csv") ? cells(takeHeld()) : json(takeHeld());
        setContentLength(cleared.length);
        getResponse().getOutputStream().write(cleared);
    }

    private byte[] json(byte[] held) throws IOException {
        JsonNode answer = JSON.readTree(held);
        clear(answer);
        return JSON.writeValueAsBytes(answer);
    }

    /** Sets each field with a hidden login or group to null. Removes list entries that are such a name or link a task to one. */
    private void clear(JsonNode node) {
        if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (isHolder(list.get(i)) || isLink(list.get(i))) {
                    list.remove(i);
                }
            }
            list.forEach(this::clear);
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                JsonNode value = field.getValue();
                if (isHolder(value) || isHolder(lastOf(value.path("href")))) {
                    object.putNull(field.getKey());
                } else if (!named.contains(field.getKey())) {
                    clear(value);
                }
            }
        }
    }

    /** Whether a JSON object is an identity link of a task to a hidden person or group. */
    private boolean isLink(JsonNode each) {
        return isHolder(each.path("groupId"))
                || isHolder(each.path("userId"))
                || isHidden.test(each.path("groupId").asText());
    }

    /** The last part of a web address, because one kind of response names people by the web address of their profile. */
    private static JsonNode lastOf(JsonNode address) {
        String text = address.asText("");
        return text.contains("/") ? TextNode.valueOf(text.substring(text.lastIndexOf('/') + 1)) : address;
    }

    private boolean isHolder(JsonNode who) {
        return who.isTextual() && isHolder.test(who.asText());
    }

    private byte[] cells(byte[] held) {
        return new String(held, StandardCharsets.UTF_8)
                .lines()
                .map(line -> Stream.of(line.split(BETWEEN_CELLS, -1))
                        .map(cell -> isHolder.test(StringUtils.trimTrailingCharacter(
                                        StringUtils.trimLeadingCharacter(cell, '"'), '"'))
                                ? ""
                                : cell)
                        .collect(Collectors.joining(BETWEEN_CELLS)))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
