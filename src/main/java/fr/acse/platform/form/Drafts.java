package fr.acse.platform.form;

import fr.acse.casefile.Keys;
import fr.acse.codes.Login;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Half-filled forms, stored encrypted. A person loses no input when a session ends, and the browser stores no input. */
@Component
@RequiredArgsConstructor
public class Drafts {

    /** Prefix of the name of a draft of a start form. The key of the process follows. */
    static final String START = "start-";

    private static final Duration KEPT = Duration.ofDays(7);

    /** The most drafts of one person. The oldest drafts of the person are deleted first. */
    private static final int MOST = 20;

    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final Clock clock;

    void save(Login person, String form, String values) {
        jdbc.update(
                "insert into form_draft (login, form, sealed, saved_at) values (?, ?, ?, ?) on conflict (login, form)"
                        + " do update set sealed = excluded.sealed, saved_at = excluded.saved_at",
                person.value(),
                form,
                seal(values, person, form),
                now());
        jdbc.update(
                "delete from form_draft where login = ? and form in"
                        + " (select form from form_draft where login = ? order by saved_at desc offset ?)",
                person.value(),
                person.value(),
                MOST);
    }

    Optional<String> find(Login person, String form) {
        List<byte[]> sealed = jdbc.queryForList(
                "select sealed from form_draft where login = ? and form = ?", byte[].class, person.value(), form);
        return sealed.stream().findFirst().map(each -> open(each, person, form));
    }

    void forget(Login person, String form) {
        jdbc.update("delete from form_draft where login = ? and form = ?", person.value(), form);
    }

    /**
     * Deletes the draft of the start form with which a person has started a process.
     *
     * @param about reference that the draft must contain; empty if the form asks for no case
     */
    void forgetStart(Login person, String process, Optional<String> about) {
        String form = START + process;
        if (about.isEmpty()
                || find(person, form)
                        .filter(draft -> draft.contains(about.get()))
                        .isPresent()) {
            forget(person, form);
        }
    }

    /** Deletes the draft of a form that was submitted or withdrawn. */
    void forget(String form) {
        jdbc.update("delete from form_draft where form = ?", form);
    }

    /** Deletes drafts older than seven days and drafts of ended tasks. A person may still type into the form of an ended task. */
    @Scheduled(fixedDelayString = "${acse.drafts.every}", initialDelayString = "${acse.drafts.every}")
    public void forgetUnneeded() {
        jdbc.update(
                "delete from form_draft where saved_at < ? or form not like 'start-%'"
                        + " and not exists (select 1 from engine_task where id = form)",
                now().minus(KEPT));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private byte[] seal(String values, Login person, String form) {
        return keys.seal(values.getBytes(StandardCharsets.UTF_8), boundTo(person, form));
    }

    private String open(byte[] sealed, Login person, String form) {
        return new String(keys.open(sealed, boundTo(person, form)), StandardCharsets.UTF_8);
    }

    private static String boundTo(Login person, String form) {
        return "draft|" + person + "|" + form;
    }
}
