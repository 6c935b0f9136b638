package fr.acse.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Properties;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Gives mails to the server of {@code spring.mail}, or keeps them as files in {@code mail} of the data folder if there is none. */
@Component
class Mailbox {

    private final JavaMailSender server;
    private final MailSettings settings;
    private final Path folder;

    Mailbox(ObjectProvider<JavaMailSender> server, MailSettings settings, @Value("${acse.data-dir}") Path dataDir) {
        this.server = server.getIfAvailable();
        this.settings = settings;
        this.folder = dataDir.resolve("mail");
    }

    /**
     * Sends a mail of its own to each address, so that nobody reads who else gets it.
     *
     * @throws MessagingException, IOException, org.springframework.mail.MailException if it cannot be sent
     */
    void send(Collection<String> addresses, Letters.Letter letter) throws MessagingException, IOException {
        MimeMessage[] mails = new MimeMessage[addresses.size()];
        int number = 0;
        for (String address : addresses) {
            mails[number++] = mail(address, letter);
        }
        if (server != null) {
            server.send(mails);
            return;
        }
        Files.createDirectories(folder);
        for (MimeMessage mail : mails) {
            String name = Instant.now().toString().replace(':', '-') + "-"
                    + UUID.randomUUID().toString().substring(0, 8);
            try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".eml"))) {
                mail.writeTo(file);
            }
        }
    }

    private MimeMessage mail(String address, Letters.Letter letter) throws MessagingException {
        MimeMessage mail =
                server == null ? new MimeMessage(Session.getInstance(new Properties())) : server.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        helper.setSentDate(new java.util.Date());
        return mail;
    }
}
