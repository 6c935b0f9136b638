package fr.acse.platform.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
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

/** A request with a JSON body, read whole before the engine sees it. */
class JsonBody extends HttpServletRequestWrapper {

    /** No form of ours comes near it. */
    private static final int LONGEST = 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] body;

    JsonBody(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(LONGEST + 1);
    }

    static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.contains("json");
    }

    /** Keys by which the engine's queries take expressions end like this. */
    static boolean isExpression(String key) {
        return key.endsWith("Expression");
    }

    /** Code of the words for what is wrong with it, or null. */
    String refusal() throws IOException {
        if (body.length > LONGEST) {
            return "tooLarge";
        }
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
                    return "expression";
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            return "noJson";
        }
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
