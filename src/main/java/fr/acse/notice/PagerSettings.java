package fr.acse.notice;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where alarms go besides mail, {@code acse.pager}: an address that takes a POST, such as an ntfy topic or an SMS gateway. Off as long
 * as there is no address.
 *
 * @param url {@code {to}} is replaced by whom it is for
 * @param body {@code {text}} is replaced by what happened, {@code {to}} as above
 * @param to whom it is for if the roster names nobody, by role
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

    /** A text in JSON has its quotation marks and line breaks escaped. */
    String body(String recipient, String text) {
        String safe = contentType.contains("json")
                ? text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                : text;
        return body.replace("{to}", recipient).replace("{text}", safe);
    }
}
