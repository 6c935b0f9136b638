package fr.acse.console.report;

import com.google.re2j.Pattern;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Days;
import fr.acse.console.Csv;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page <i>Yearly report</i> and its files. {@code doors.txt} allows them for the coordination and supervisors. */
@RestController
@RequestMapping("/camunda/api/acse/report/{year}")
record YearReportEndpoint(YearReports reports, AuditLog audit, CurrentPerson person, Days days) {

    /** The first year with a report. The network has no older data. */
    private static final int FIRST = 2001;

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /**
     * A yearly report in the form that the page reads.
     *
     * @param thisYear current year in France, which may differ from the year of the browser
     * @param keepFrom first day on which the counts can be fixed; null if they are fixed
     */
    public record Shown(
            int year,
            int thisYear,
            int fewest,
            LocalDate keptOn,
            LocalDate keepFrom,
            boolean keepNow,
            List<YearReport.Section> sections) {}

    /** @throws Refusal if the text is not a year, or the year is before 2001 or in the future */
    @GetMapping
    public Shown report(@PathVariable("year") String typed) {
        YearReport report = reports.of(year(typed));
        LocalDate today = days.today();
        LocalDate keepFrom = report.keptOn() == null ? YearReports.keepFrom(Year.of(report.year())) : null;
        return new Shown(
                report.year(),
                today.getYear(),
                report.fewest(),
                report.keptOn(),
                keepFrom,
                keepFrom != null && !today.isBefore(keepFrom),
                report.sections());
    }

    /** @throws Refusal if the year is not over, or ended so recently that answers to requests are missing */
    @PostMapping("/keep")
    public void keep(@PathVariable("year") String typed) {
        reports.keep(year(typed), person.login());
    }

    /** The report as a CSV file for spreadsheets. */
    @GetMapping("/csv")
    public ResponseEntity<byte[]> csv(@PathVariable("year") String typed) {
        YearReport report = reports.toGiveAway(year(typed));
        // The byte order mark U+FEFF tells spreadsheets that the file is UTF-8.
        StringBuilder file = new StringBuilder("\uFEFF");
        file.append(Csv.line(List.of(
                Words.of("report.what"),
                Words.of("report.of"),
                Words.of("report.division"),
                Words.of("report.number"),
                Words.of("report.euros"))));
        report.sections().forEach(section -> append(section, file));
        return file(
                report,
                "csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                file.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Each line names the count above it and the number of its division, so that readers add up the right lines. */
    private static void append(YearReport.Section section, StringBuilder file) {
        Map<Integer, String> above = new HashMap<>();
        for (YearReport.Line line : section.lines()) {
            above.put(line.depth(), line.label());
            boolean isPart = line.depth() > 0;
            file.append(Csv.line(List.of(
                    line.label(),
                    isPart ? above.get(line.depth() - 1) : "",
                    isPart ? Integer.toString(line.breakdown() + 1) : "",
                    line.shownValue(),
                    line.shownEuros(UnaryOperator.identity()))));
        }
    }

    /** The report as a PDF for printing. */
    @GetMapping("/pdf")
    public ResponseEntity<byte[]> pdf(@PathVariable("year") String typed) {
        YearReport report = reports.toGiveAway(year(typed));
        return file(report, "pdf", MediaType.APPLICATION_PDF, ReportPdf.of(report));
    }

    private ResponseEntity<byte[]> file(YearReport report, String ending, MediaType type, byte[] content) {
        audit.add(Act.EXPORTED, person.login(), "report-" + report.year() + "." + ending);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("acse-" + report.year() + "." + ending)
                                .build()
                                .toString())
                .body(content);
    }

    private Year year(String typed) {
        int last = Year.now(days.clock().withZone(days.zone())).getValue();
        int year = YEAR.matches(typed) ? Integer.parseInt(typed) : 0;
        Refusal.unless(year >= FIRST && year <= last, "reportYear", FIRST, last);
        return Year.of(year);
    }
}
