package fr.acse.platform.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** A request with a JSON body, read whole before the engine sees it. */
class JsonBody extends HttpServletRequestWrapper {

    /** No form of ours comes near it. */
    private static final int LONGEST = 1024 * 1024;

    private static final Pattern VALUES = Pattern.compile("(?i).*variables|variableValues");
    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] body;

    JsonBody(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(LONGEST + 1);
    }

    static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** Keys by which the engine's queries take expressions end like this. */
    static boolean isExpression(String key) {
        return key.endsWith("Expression");
    }

    /** Criteria by which the engine's queries look for values. */
    static boolean isValueCriterion(String key) {
        return VALUES.matcher(key).matches();
    }

    /**
     * Code of the words for what is wrong with it, or null.
     *
     * @param mayNameValues whether it is a form, which says values, and no query, which looks for them
     */
    String refusal(boolean mayNameValues) throws IOException {
        if (body.length > LONGEST) {
            return "tooLarge";
        }
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
                    return "expression";
                }
                if (token == JsonToken.START_ARRAY && !mayNameValues && isValueCriterion(json)) {
                    return "valueCriterion";
                }
                if (isEmptyWhereSomethingBelongs(json, token)
                        || token == JsonToken.VALUE_STRING && json.getText().indexOf(0) >= 0) {
                    return "noJson";
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            return "noJson";
        }
    }

    private static boolean isValueCriterion(JsonParser json) throws IOException {
        String key = json.getParsingContext().getParent().getCurrentName();
        return key != null && isValueCriterion(key) && json.nextToken() != JsonToken.END_ARRAY;
    }

    /** A body, or a variable of a form, that is {@code null}: the engine does not look before it reads it. */
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
