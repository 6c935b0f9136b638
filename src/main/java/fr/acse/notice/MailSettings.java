package fr.acse.notice;

import java.net.URI;
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

    /** @throws IllegalArgumentException if the link is no absolute address, from which the links of mails could be made */
    MailSettings {
        if (!link.isEmpty() && URI.create(link).getHost() == null) {
            throw new IllegalArgumentException("ACSE_MAIL_LINK (acse.mail.link): " + link
                    + " is not a full address. Please enter one such as https://acse.example.org/, or leave it empty.");
        }
    }

    Locale language(Audience.Role role) {
        return languages.getOrDefault(role, Locale.ENGLISH);
    }
}
