package fr.acse.notice;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are written, {@code acse.mail}. The server that takes them is {@code spring.mail}.
 *
 * @param from sender
 * @param link address of the application as people reach it, or empty for none in mails
 * @param languages of mails to a role: {@code en} or {@code fr}
 */
@ConfigurationProperties("acse.mail")
record MailSettings(
        String from,
        @DefaultValue("") String link,
        @DefaultValue Map<Audience.Role, Locale> languages) {

    Locale language(Audience.Role role) {
        return languages.getOrDefault(role, Locale.ENGLISH);
    }
}
