package fr.acse.retention;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.CaseErasure;
import fr.acse.casefile.KeptLonger;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.platform.engine.CaseLock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announces and erases the cases whose retention time is over. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class RetentionService {

    /** Retention time of a case: two calendar years after the case and its permit tracks were closed. */
    static final Period KEPT = Period.ofYears(2);

    /** Time between the announcement and the erasure of a case. */
    static final Period ANNOUNCED_BEFORE = Period.ofDays(30);

    /** A case that will be erased, with its last closing day and its erasure day. */
    public record Candidate(CaseReference reference, LocalDate closedOn, LocalDate erasedOn) {}

    private final JdbcTemplate jdbc;
    private final CaseErasure erasure;
    private final List<KeptLonger> keptLonger;
    private final CaseLock caseLock;
    private final AuditLog audit;
    private final Days days;

    /** Announces the cases that can be erased within 30 days. @return number of cases that were not announced before */
    public int announce() {
        List<Candidate> fresh =
                closedBefore(firstKeptOn(days.today().plus(ANNOUNCED_BEFORE)), "erasure_announced_at is null");
        fresh.forEach(each -> jdbc.update(
                "update referral set erasure_announced_at = ? where reference = ?",
                now(),
                each.reference().value()));
        return fresh.size();
    }

    /** Cases that were announced and are not erased yet. */
    public List<Candidate> announced() {
        return closedBefore(days.today().plusDays(1), "erasure_announced_at is not null");
    }

    /** Erases cases that were announced 30 days ago or earlier and kept long enough, and old accounts. @return number of cases */
    public int eraseDue(Login person) {
        Instant announcedUntil = days.start(days.today().minus(ANNOUNCED_BEFORE).plusDays(1));
        List<Candidate> due = closedBefore(
                firstKeptOn(days.today()), "erasure_announced_at < ?", announcedUntil.atOffset(ZoneOffset.UTC));
        due.forEach(each -> erase(each.reference(), person));
        keptLonger.forEach(KeptLonger::eraseDue);
        return due.size();
    }

    /**
     * Erases a case at once.
     *
     * @return the erased data, line by line
     */
    @Transactional
    public String erase(CaseReference reference, Login person) {
        caseLock.hold(reference);
        String report = erasure.erase(reference, person);
        // The audit entry does not contain the case reference, so that nobody can find the woman by it.
        audit.add(Act.ERASED, person, "", report.replace('\n', ' '));
        return report;
    }

    /** One mark for each erased case: a keyed hash. Without the index key, nobody can find a case by its mark. */
    @Transactional(readOnly = true)
    public List<String> erasedMarks() {
        return jdbc.queryForList(
                "select encode(erased_mark, 'hex') from erasure where erased_mark is not null order by erased_at",
                String.class);
    }

    /** Erases cases whose marks are in the list, after a backup restored them. @return number of erased cases */
    @Transactional
    public int eraseAgain(Set<String> marks, Login person) {
        List<CaseReference> back = jdbc.queryForList("select reference from referral", String.class).stream()
                .map(CaseReference::new)
                .filter(each -> marks.contains(HexFormat.of().formatHex(erasure.mark(each))))
                .toList();
        back.forEach(each -> erase(each, person));
        return back.size();
    }

    /** Closed cases that are not erased, not restricted, and have no open permit track, no watched title and no running process. */
    private List<Candidate> closedBefore(LocalDate day, String condition, Object... values) {
        RowMapper<Candidate> candidate = (row, index) -> {
            LocalDate closed = row.getObject("closed", OffsetDateTime.class)
                    .atZoneSameInstant(days.zone())
                    .toLocalDate();
            return new Candidate(new CaseReference(row.getString("reference")), closed, closed.plus(KEPT));
        };
        return jdbc.query(
                "select r.reference, greatest(r.closed_at, p.closed_at) as closed from referral r"
                        + " join case_file f on f.reference = r.reference and f.wrapped_key is not null"
                        + " left join lateral (select max(closed_at) as closed_at, count(*) filter (where closed_at is null) as open"
                        + " from permit_track t where t.reference = r.reference) p on true"
                        + " where r.closed_at is not null"
                        // A running process, for example a payment, delays the erasure of its case only.
                        + " and not exists (select from engine_instance i where i.reference = r.reference) and p.open = 0"
                        + " and not exists (select 1 from permit_title t where t.reference = r.reference and t.ended_as is null)"
                        + " and (r.objected_at is not null or greatest(r.closed_at, p.closed_at) < ?) and r.restricted_at is null"
                        + " and " + condition
                        + " order by closed",
                candidate,
                Stream.concat(Stream.of(day.atStartOfDay(days.zone()).toOffsetDateTime()), Stream.of(values))
                        .toArray());
    }

    /** The first closing day that is still kept. A case closed on 29 February is kept until 28 February two years later. */
    static LocalDate firstKeptOn(LocalDate day) {
        LocalDate closed = day.minus(KEPT).plusDays(1);
        return closed.plus(KEPT).isAfter(day) ? closed : closed.plusDays(1);
    }

    private OffsetDateTime now() {
        return days.now().atOffset(ZoneOffset.UTC);
    }
}
