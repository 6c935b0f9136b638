package fr.acse.console.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The report of each year. The counts are fixed before a file is made, because the difference between two files could be about few people.
 */
@Component
record YearReports(
        YearFigures figures,
        ObjectMapper json,
        JdbcTemplate jdbc,
        TransactionTemplate transaction,
        AuditLog audit,
        Days days) {

    /** The day by which the last requests of the previous year are answered. */
    private static final MonthDay COMPLETE = MonthDay.of(Month.JANUARY, 15);

    YearReport of(Year year) {
        return kept(year).orElseGet(() -> YearReport.of(year, null, figures.of(year)));
    }

    /**
     * Fixes the counts of a year for good. A second call changes nothing.
     *
     * @throws Refusal if the year is not over, or ended so recently that answers to requests are missing
     */
    void keep(Year year, Login person) {
        LocalDate today = days.today();
        Refusal.unless(year.isBefore(Year.from(today)), "reportNotOver", year.getValue());
        LocalDate first = keepFrom(year);
        Refusal.unless(!today.isBefore(first), "reportTooEarly", year.getValue(), Words.day(first));
        String report = written(YearReport.of(year, today, figures.of(year)));
        transaction.executeWithoutResult(status -> {
            int kept = jdbc.update(
                    "insert into year_report (year, report) values (?, ?) on conflict do nothing",
                    year.getValue(),
                    report);
            if (kept == 1) {
                audit.add(Act.REPORT_KEPT, person, year.toString());
            }
        });
    }

    /** The first day on which the last requests of a year are answered. */
    static LocalDate keepFrom(Year year) {
        return year.plusYears(1).atMonthDay(COMPLETE);
    }

    /** @throws Refusal if the counts of the year are not fixed yet */
    YearReport toGiveAway(Year year) {
        return kept(year).orElseThrow(() -> new Refusal("reportNotKept", year.getValue()));
    }

    private Optional<YearReport> kept(Year year) {
        return jdbc
                .queryForList("select report from year_report where year = ?", String.class, year.getValue())
                .stream()
                .map(this::read)
                .findFirst();
    }

    private String written(YearReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A yearly report cannot be written", e);
        }
    }

    private YearReport read(String report) {
        try {
            return json.readValue(report, YearReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A yearly report cannot be read", e);
        }
    }
}
