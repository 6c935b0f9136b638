package fr.acse.notice;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code acse.mail}, which determine the content of mails. The settings {@code spring.mail} name the mail server.
 *
 * @param from sender address
 * @param link public address of the application; mails have no link if it is empty
 * @param languages language of mails for each role: {@code en} or {@code fr}
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
