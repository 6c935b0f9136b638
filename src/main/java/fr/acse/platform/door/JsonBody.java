package fr.acse.platform.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A request with a JSON body. The whole body is read before the engine receives the request. */
class JsonBody extends HttpServletRequestWrapper {

    /** Code of the message for a body that is too long. */
    static final String TOO_LARGE = "tooLarge";

    private static final Pattern VALUES = Pattern.compile("(?i).*variables|variableValues");
    private static final MediaType HAL = MediaType.parseMediaType("application/hal+json");
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);
    private static final Set<String> HOLDERS = Set.of(
            "taskAssignee",
            "taskAssigneeLike",
            "taskOwner",
            "taskOwnerLike",
            "taskInvolvedUser",
            "taskInvolvedGroup",
            "taskHadCandidateUser",
            "taskHadCandidateGroup",
            "startedBy",
            "createdBy",
            "incidentId",
            "incidentMessage",
            "incidentMessageLike");
    static final Set<String> SORTS_BY_HOLDER = Set.of("assignee", "owner");

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] body;
    private final int longest;

    /** @param longest most bytes that the body may have */
    JsonBody(HttpServletRequest request, int longest) throws IOException {
        super(request);
        this.longest = longest;
        body = request.getInputStream().readNBytes(longest + 1);
    }

    static boolean isJson(HttpServletRequest request) {
        return "json".equals(kind(request));
    }

    /** Whether a request has a body whose content type is missing, is given twice, or is neither JSON nor a form. */
    static boolean isOfUnknownKind(HttpServletRequest request) {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasBody
                && (kind(request) == null
                        || Collections.list(request.getHeaders("Content-Type")).size() > 1);
    }

    private static String kind(HttpServletRequest request) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) || HAL.equalsTypeAndSubtype(type)) {
                return "json";
            }
            return FORMS.stream().anyMatch(form -> form.equalsTypeAndSubtype(type)) ? "form" : null;
        } catch (InvalidMediaTypeException noType) {
            return null;
        }
    }

    /** Whether a search criterion would reveal who has a task, or the message of an incident. */
    static boolean isHolderCriterion(String key) {
        return HOLDERS.contains(key);
    }

    /** Whether the engine's queries accept an expression under this key. All keys for expressions end with {@code Expression}. */
    static boolean isExpression(String key) {
        return key.endsWith("Expression");
    }

    /** Whether the engine's queries search for variable values by this criterion. */
    static boolean isValueCriterion(String key) {
        return VALUES.matcher(key).matches();
    }

    /**
     * Code of the message with which this body is refused, or null if the body is allowed.
     *
     * @param mayNameValues true for a form, which contains values; false for a query, which must not search for values
     */
    String refusal(boolean mayNameValues) throws IOException {
        if (body.length > longest) {
            return TOO_LARGE;
        }
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
                    return "expression";
                }
                if (token == JsonToken.FIELD_NAME && isHolderCriterion(json.currentName())
                        || token == JsonToken.VALUE_STRING
                                && "sortBy".equals(json.currentName())
                                && SORTS_BY_HOLDER.contains(json.getText())) {
                    return "holderCriterion";
                }
                if (token == JsonToken.START_ARRAY && !mayNameValues && isValueCriterion(json)) {
                    return "valueCriterion";
                }
                if (token == JsonToken.VALUE_STRING && json.getText().indexOf(0) >= 0) {
                    return "nul";
                }
                if (isEmptyWhereSomethingBelongs(json, token)) {
                    return "noJson";
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            return "noJson";
        }
    }

    /** Text of a field of the outermost JSON object, or null if the field is missing. */
    String text(String key) throws IOException {
        try {
            return new ObjectMapper().readTree(body).path(key).asText(null);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static boolean isValueCriterion(JsonParser json) throws IOException {
        String key = json.getParsingContext().getParent().getCurrentName();
        return key != null && isValueCriterion(key) && json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Whether a body, a list entry or a variable of a form is {@code null}, which the engine does not check before use. */
    private static boolean isEmptyWhereSomethingBelongs(JsonParser json, JsonToken token) {
        JsonStreamContext around = json.getParsingContext();
        return token == JsonToken.VALUE_NULL
                && (around.inRoot()
                        || around.inArray()
                        || around.getParent() != null
                                && "variables".equals(around.getParent().getCurrentName()));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("The body is read already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
