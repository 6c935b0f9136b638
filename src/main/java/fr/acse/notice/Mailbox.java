package fr.acse.notice;

import fr.acse.platform.start.PrivateFiles;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends mails to the server of {@code spring.mail}. Without a server, mails become files in {@code mail} of the data folder. */
@Component
class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final JavaMailSender server;
    private final MailSettings settings;
    private final Path folder;

    Mailbox(ObjectProvider<JavaMailSender> server, MailSettings settings, @Value("${acse.data-dir}") Path dataDir) {
        this.server = server.getIfAvailable();
        this.settings = settings;
        this.folder = dataDir.resolve("mail");
    }

    /**
     * Sends a separate mail to each address, so that recipients do not see each other. Invalid addresses are left out.
     *
     * @return addresses to which the mail could not be sent now
     */
    Set<String> send(Collection<String> addresses, Letters.Letter letter) {
        Map<MimeMessage, String> mails = new LinkedHashMap<>();
        for (String address : addresses) {
            try {
                mails.put(mail(address, letter), address);
            } catch (AddressException e) {
                LOG.warn("Somebody has a mail address in her profile that is none");
            } catch (MessagingException e) {
                throw new IllegalStateException("A mail cannot be written", e);
            }
        }
        Set<MimeMessage> unsent = server == null ? keep(mails.keySet()) : give(mails.keySet());
        return unsent.stream().map(mails::get).collect(Collectors.toSet());
    }

    private Set<MimeMessage> give(Set<MimeMessage> mails) {
        try {
            server.send(mails.toArray(MimeMessage[]::new));
            return Set.of();
        } catch (MailSendException e) {
            return mails.stream().filter(e.getFailedMessages()::containsKey).collect(Collectors.toSet());
        } catch (MailException e) {
            return mails;
        }
    }

    private Set<MimeMessage> keep(Set<MimeMessage> mails) {
        Set<MimeMessage> unsent = new HashSet<>(mails);
        try {
            PrivateFiles.folder(folder);
            for (MimeMessage mail : mails) {
                String name = Instant.now().toString().replace(':', '-') + "-"
                        + UUID.randomUUID().toString().substring(0, 8);
                try (OutputStream file = PrivateFiles.create(folder.resolve(name + ".eml"))) {
                    mail.writeTo(file);
                }
                unsent.remove(mail);
            }
        } catch (IOException | MessagingException e) {
            LOG.warn("Mails cannot be kept in {}: {}", folder, e.getClass().getSimpleName());
        }
        return unsent;
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
