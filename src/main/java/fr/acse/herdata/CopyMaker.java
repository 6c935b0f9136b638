package fr.acse.herdata;

import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.CaseFileService.Entry;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.herdata.HerCopy.Line;
import fr.acse.platform.identity.People;
import fr.acse.search.Nicknames;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the copy of the woman's data: her own data unchanged, and notes about her without data about other people. */
@Component
record CopyMaker(CaseFileService files, People people, JdbcTemplate jdbc, Days days) {

    /** Fields with days and amounts. Their words are not removed from the notes, because each mention of the year would be removed. */
    private static final List<String> LINES_OF_CLAIMS = List.of("sealed_claimLines", "sealed_claimChecks");

    /** Fields with the woman's own data. The copy contains them in plain text, with nothing struck out. */
    private static final List<String> HERS = List.of("sealed_firstName", "sealed_lastName", "sealed_birthDate");

    /** Fields with notes about the woman. Fields in no list are not copied, because they are about other people or a journey. */
    private static final List<String> NOTES = List.of(
            "sealed_safeContact",
            "sealed_situation",
            "sealed_functionalNeeds",
            "sealed_personalPlan",
            "sealed_commitmentNote",
            "sealed_householdNote",
            "sealed_emergencyNote",
            "sealed_followUpNote",
            "sealed_complaintNote",
            "sealed_exclusionFacts",
            "sealed_exclusionHerWords",
            "sealed_exclusionDecisionNote",
            "sealed_leavingNote",
            "sealed_herRequest",
            "sealed_herAnswerNote");

    private static final String HISTORY = """
            select day, what, value from (
              select opened_at::date as day, 'opened' as what, '' as value from referral where reference = :r
              union all select made_on, 'commitment', case when is_full then 'full' else 'notFull' end from commitment where reference = :r
              union all select notice_on, 'notice', notice_language from commitment where reference = :r and notice_on is not null
              union all select submitted_at::date, 'request', '' from orientation_request where reference = :r
              union all select held_on, 'interview', result from interview where reference = :r
              union all select granted_at::date, 'allowance', lower(state) from allowance where reference = :r
              union all select coalesce(done_on, due_on), 'step', kind from stay_step where reference = :r
              union all select leaving_day, 'leaving', kind from leaving where reference = :r and leaving_day is not null
              union all select first_day, 'permit', to_char(last_day, 'DD/MM/YYYY') from permit_title where reference = :r
              union all select asked_on, 'herRequest', kind from data_request where reference = :r
              union all select closed_at::date, 'closed', outcome from referral where reference = :r and closed_at is not null
            ) all_of_it order by day, what
            """;

    /** Makes the copy. The reveal log records that the person who prepares the copy read all its fields. */
    HerCopy of(CaseReference reference, Login person) {
        Map<String, String> hers = files.reveal(reference, HERS, person, "copy");
        Map<String, String> notes = files.reveal(reference, NOTES, person, "copy");
        Redaction redaction = Redaction.of(others(reference), strike(reference), hers.values());
        return new HerCopy(
                reference.value(),
                Words.day(days.today()),
                Stream.of("why", "howLong", "whoReads", "rights", "complaint")
                        .map(each -> new Line(Words.of("copy.kept." + each), Words.of("copy.kept." + each + ".is")))
                        .toList(),
                HERS.stream()
                        .filter(hers::containsKey)
                        .map(field -> new Line(Words.of("copy." + field), hers.get(field)))
                        .toList(),
                history(reference),
                NOTES.stream()
                        .filter(notes::containsKey)
                        .map(field -> new Line(Words.of("copy." + field), redaction.of(notes.get(field))))
                        .toList());
    }

    private List<Line> history(CaseReference reference) {
        List<Line> lines = new ArrayList<>();
        jdbc.query(
                HISTORY.replace(":r", "?"),
                row -> {
                    String what = row.getString("what");
                    String value = row.getString("value");
                    String told = value == null || value.isEmpty()
                            ? ""
                            : ": " + Words.orElse("copy." + what + "." + value, value);
                    LocalDate day = row.getObject("day", LocalDate.class);
                    lines.add(new Line(day == null ? "" : Words.day(day), Words.of("copy.history." + what) + told));
                },
                Stream.generate(reference::value)
                        .limit(StringUtils.countOccurrencesOf(HISTORY, ":r"))
                        .toArray());
        return lines;
    }

    /** Texts about other people: in the woman's case file and in the directory, with the names and logins of all users. */
    private List<String> others(CaseReference reference) {
        List<String> all = new ArrayList<>();
        Set<String> hers = new HashSet<>(HERS);
        hers.addAll(NOTES);
        hers.add("sealed_strike");
        hers.addAll(LINES_OF_CLAIMS);
        hers.add(HerCopies.COPY);
        files.entries(reference).stream()
                .map(Entry::field)
                .filter(field -> !hers.contains(field)
                        && !field.startsWith(Nicknames.PREFIX)
                        && !field.endsWith("Note")
                        && !field.endsWith("Answer"))
                .forEach(field -> files.readForRule(reference, field).ifPresent(all::add));
        jdbc
                .queryForList(
                        "select file_reference from shelter where file_reference is not null union select file_reference from organisation where file_reference is not null union select file from shelter_account",
                        String.class)
                .stream()
                .map(CaseReference::new)
                .forEach(file -> files.entries(file)
                        .forEach(entry -> files.readForRule(file, entry.field()).ifPresent(all::add)));
        all.addAll(jdbc.queryForList("select code from shelter union select code from organisation", String.class));
        Collection<Login> staff = people.everybody().keySet();
        all.addAll(staff.stream().map(people::nameOf).collect(Collectors.toSet()));
        all.addAll(staff.stream()
                .map(login -> login.value().toUpperCase(Locale.ROOT))
                .toList());
        return all;
    }

    private List<String> strike(CaseReference reference) {
        return files.readForRule(reference, "sealed_strike")
                .map(text -> List.of(text))
                .orElse(List.of());
    }
}
