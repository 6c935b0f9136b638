package fr.acse.notice;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code acse.pager}: an address that accepts a POST request, such as an ntfy topic or an SMS gateway. Without an address, the
 * pager is off.
 *
 * @param url {@code {to}} is replaced by the recipient
 * @param body {@code {text}} is replaced by the message, and {@code {to}} by the recipient
 * @param to recipient for each role if the roster names nobody
 */
@ConfigurationProperties("acse.pager")
record PagerSettings(
        @DefaultValue("") String url,
        @DefaultValue("text/plain; charset=utf-8") String contentType,
        @DefaultValue("{text}") String body,
        @DefaultValue Map<String, String> headers,
        @DefaultValue Map<Audience.Role, String> to) {

    boolean isOn() {
        return !url.isBlank();
    }

    URI address(String recipient) {
        return URI.create(url.replace("{to}", recipient));
    }

    /** The body of the POST request. Quotation marks and line breaks of the message are escaped if the body is JSON. */
    String body(String recipient, String text) {
        String safe = contentType.contains("json")
                ? text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                : text;
        return body.replace("{to}", recipient).replace("{text}", safe);
    }
}
