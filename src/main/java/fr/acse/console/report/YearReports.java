package fr.acse.console.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The report of each year. The first file of a year keeps it: two files that differ would tell what happened between them, of few people.
 */
@Component
class YearReports {

    private final YearFigures figures;
    private final ObjectMapper json;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ZoneId zone;

    YearReports(YearFigures figures, ObjectMapper json, JdbcTemplate jdbc, Clock clock, ZoneId zone) {
        this.figures = figures;
        this.json = json;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    YearReport of(Year year) {
        return kept(year).orElseGet(() -> YearReport.of(year, null, figures.of(year)));
    }

    /** Of two people who make the first file at once, both get the same. */
    YearReport keep(Year year) {
        return kept(year).orElseGet(() -> {
            LocalDate today = LocalDate.now(clock.withZone(zone));
            jdbc.update(
                    "insert into year_report (year, report) values (?, ?) on conflict do nothing",
                    year.getValue(),
                    written(YearReport.of(year, today, figures.of(year))));
            return kept(year).orElseThrow();
        });
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
