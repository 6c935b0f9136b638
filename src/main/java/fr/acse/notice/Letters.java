package fr.acse.notice;

import fr.acse.codes.CaseReference;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the mails, from {@code mails.properties} and its translations. If the same thing happens to many cases at
 * once, one mail tells it. Times are those of Europe/Paris.
 */
@Component
class Letters {

    /** @param text plain */
    record Letter(String subject, String text) {}

    private static final int MOST_LINES = 20;

    private final MailSettings settings;
    private final ZoneId zone;

    Letters(MailSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** @param same notices of one event to one audience */
    Letter write(List<Notice> same) {
        Event event = same.get(0).event();
        Locale language = settings.language(same.get(0).to().role());
        DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(zone);
        String lines = same.stream()
                .limit(MOST_LINES)
                .map(notice -> line(notice, times))
                .collect(Collectors.joining("\n"));
        if (same.size() > MOST_LINES) {
            lines += "\n  " + words(language, "mail.more", same.size() - MOST_LINES);
        }
        String link = settings.link().isEmpty() ? "" : "\n\n" + words(language, "mail.link", settings.link());
        return new Letter(
                words(language, "mail." + event + ".subject") + which(same, language),
                words(language, "mail." + event) + "\n\n" + lines + link + "\n\n-- \n" + words(language, "mail.footer")
                        + "\n");
    }

    private static String line(Notice notice, DateTimeFormatter times) {
        return Stream.of(
                        Optional.ofNullable(notice.reference()).map(CaseReference::value),
                        Optional.ofNullable(notice.moment()).map(times::format))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("  ", "  ", ""));
    }

    /** Which case, or how many; nothing if it is about no case. */
    private static String which(List<Notice> same, Locale language) {
        CaseReference first = same.get(0).reference();
        if (first == null) {
            return "";
        }
        return " (" + (same.size() == 1 ? first.value() : words(language, "mail.cases", same.size())) + ")";
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
