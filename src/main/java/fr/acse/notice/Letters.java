package fr.acse.notice;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.platform.login.Invitations;
import fr.acse.words.Words;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes mails from the texts in {@code mails.properties} and its translations. If the same event concerns many cases, one mail lists them.
 * Times are in Europe/Paris.
 */
@Component
record Letters(MailSettings settings, Invitations invitations, Days days) {

    /** @param text body of the mail as plain text */
    record Letter(String subject, String text) {}

    private static final int MOST_LINES = 20;

    /** @param same notices about the same event to the same recipients */
    Letter write(List<Notice> same) {
        Event event = same.get(0).event();
        Locale language = settings.language(same.get(0).to().role());
        String lines =
                same.stream().map(this::line).distinct().limit(MOST_LINES).collect(Collectors.joining("\n"));
        if (same.size() > MOST_LINES) {
            lines += "\n  " + words(language, "mail.more", same.size() - MOST_LINES);
        }
        String link = settings.link().isEmpty() ? "" : "\n\n" + link(same, language);
        if (event == Event.INVITED) {
            link = "\n\n" + own(same.get(0).to().person(), language);
        }
        return new Letter(
                words(language, "mail." + event + ".subject") + which(same, language),
                words(language, "mail." + event) + (lines.isBlank() ? "" : "\n\n" + lines) + link + "\n\n-- \n"
                        + words(language, "mail.footer") + "\n");
    }

    /** The link to the page of the case, if the mail concerns a single case that its recipients can open, or else to the task list. */
    private String link(List<Notice> same, Locale language) {
        Set<CaseReference> cases = same.stream()
                .map(Notice::reference)
                .filter(each -> each != null && each.hasPrefix(CaseReference.CASE))
                .collect(Collectors.toSet());
        return cases.size() == 1 && same.get(0).event().leadsToCase()
                ? words(
                        language,
                        "mail.case",
                        URI.create(settings.link())
                                .resolve("/?case=" + cases.iterator().next()))
                : words(language, "mail.link", settings.link());
    }

    /** The invitation link of a person. The link is created for each mail and not stored in a notice. */
    private String own(Login person, Locale language) {
        return invitations
                .link(person)
                .map(path -> settings.link().isEmpty()
                        ? path
                        : URI.create(settings.link()).resolve(path).toString())
                .orElseGet(() -> words(language, "mail.invitationUsed"));
    }

    /** The event and the reference of its case in one line, for a page. */
    String line(Event event, Audience.Role to, String reference) {
        String subject = words(settings.language(to), "mail." + event + ".subject");
        return reference == null ? subject : subject + " (" + reference + ")";
    }

    private String line(Notice notice) {
        return Stream.of(
                        Optional.ofNullable(notice.reference()).map(CaseReference::value),
                        Optional.ofNullable(notice.moment()).map(at -> Words.moment(at, days.zone())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("  ", "  ", ""));
    }

    /** The reference of the case, or the number of cases. The text is empty if the notices concern no case. */
    private static String which(List<Notice> same, Locale language) {
        CaseReference first = same.get(0).reference();
        if (first == null) {
            return "";
        }
        long cases = same.stream().map(Notice::reference).distinct().count();
        return " (" + (cases == 1 ? first.value() : words(language, "mail.cases", cases)) + ")";
    }

    private static String words(Locale language, String key, Object... details) {
        return new MessageFormat(
                        ResourceBundle.getBundle(
                                        "mails",
                                        language,
                                        ResourceBundle.Control.getNoFallbackControl(
                                                ResourceBundle.Control.FORMAT_PROPERTIES))
                                .getString(key),
                        language)
                .format(details);
    }
}
