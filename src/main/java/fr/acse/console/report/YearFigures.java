package fr.acse.console.report;

import fr.acse.referral.Outcome;
import fr.acse.words.Words;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened in a year of Europe/Paris, counted in the tables that also keep what was erased, without whom it was about. All is counted
 * at one moment: otherwise parts would not add up while somebody answers.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class YearFigures {

    /** Codes that analysts added, and what was not asked yet at the time. */
    private static final String ELSE = "else";

    /** One for each woman: who is asked for again, moves, or has two cases is counted once. */
    private static final String LAST_REQUESTS = """
            (select distinct on (woman) * from orientation_request join woman using (reference)
             where submitted_at >= ? and submitted_at < ?
             order by woman, submitted_at desc) q""";

    private static final String FIRST_ARRIVALS = """
            (select distinct on (woman) * from journey join woman using (reference)
             where outcome = 'arrived' and ended_at >= ? and ended_at < ?
             order by woman, ended_at) j""";

    private static final String LAST_ENDS = """
            (select distinct on (woman) * from referral join woman using (reference)
             where outcome is not null and closed_at >= ? and closed_at < ?
             order by woman, closed_at desc) r""";

    private static final String LAST_TRACKS = """
            (select distinct on (woman) woman, route as code from permit_track join woman using (reference)
             where opened_at >= ? and opened_at < ?
             order by woman, opened_at desc) p""";

    /** A certificate of domicile is no title. */
    private static final String LONGEST_TITLES = """
            (select distinct on (woman) woman, kind as code from permit_title join woman using (reference)
             where recorded_at >= ? and recorded_at < ?
               and coalesce(ended_as, '') <> 'corrected' and kind <> 'certificate'
             order by woman, last_day desc) p""";

    private static final String LAST_PERMIT_ENDS = """
            (select distinct on (woman) woman, coalesce(outcome, 'else') as code from permit_track join woman using (reference)
             where closed_at >= ? and closed_at < ?
             order by woman, closed_at desc) p""";

    private static final String HANDED_OVER = """
            (select * from (select *, case when advanced_by is null then 'network' else 'shelter' end as cash
                            from allowance join woman using (reference)) a
             where state = 'HANDED_OVER' and handed_over_on >= ? and handed_over_on < ?) a""";

    private static final String REIMBURSED = """
            (select woman, o.amount_cents
             from payment_order o join travel_claim t on t.id = o.claim join woman using (reference)
             where o.state in ('WAITING', 'SENT', 'PAID') and o.ordered_at >= ? and o.ordered_at < ?) o""";

    private static final List<String> ANSWERS =
            List.of("PLACE_PROPOSED", "WAITING_LIST", "EMERGENCY_HOUSING", "REFUSED");
    private static final List<String> MOTIVES = List.of("otherSolution", "noCapacity", "securityOfOthers", ELSE);
    private static final List<String> STAYS = List.of("COMPLETED", "DISAPPEARED", "EXCLUDED");
    private static final List<String> ROUTES =
            List.of("complaint", "exitPathway", "asylum", "otherTitle", "residentCard", "toChoose", "noneNeeded", ELSE);
    private static final List<String> TITLES =
            List.of("reflectionReceipt", "receipt", "prolongation", "temporaryPermit", "card", ELSE);
    private static final List<String> PERMIT_ENDS =
            List.of("lastingTitle", "noneNeeded", "refused", "stopped", "stoppedBeforeApplying", "groundGone", ELSE);

    private final JdbcTemplate jdbc;
    private final ZoneId zone;

    YearFigures(JdbcTemplate jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** Each is hidden where it must be. */
    List<Count> of(Year year) {
        OffsetDateTime from = year.atDay(1).atStartOfDay(zone).toOffsetDateTime();
        OffsetDateTime to = year.plusYears(1).atDay(1).atStartOfDay(zone).toOffsetDateTime();
        Count withChildren = withChildren(from, to);
        Count children = Count.of(Words.of("report.children"), children(from, to));
        Count requests = requests(from, to);
        Count arrivals = arrivals(from, to, withChildren);
        Count ends = ends(from, to);
        Count tracks = tracks(from, to);
        Count titles = titles(from, to);
        Count permitEnds = permitEnds(from, to);
        Count allowances = allowances(year);
        Count travel = travel(from, to);
        List<Count> report =
                List.of(requests, arrivals, children, ends, tracks, titles, permitEnds, allowances, travel);
        Table found = table(
                requests.part(Words.of("report.answer.PLACE_PROPOSED")),
                LAST_REQUESTS + " where outcome = 'PLACE_PROPOSED'",
                from,
                to);
        Table arrived = table(arrivals, FIRST_ARRIVALS, from, to);
        Table stayed = table(
                ends.part(Words.of("report.stays")),
                LAST_ENDS + " where outcome in ('COMPLETED', 'DISAPPEARED', 'EXCLUDED')",
                from,
                to);
        Table followed = table(tracks, LAST_TRACKS, from, to);
        Suppression.apply(
                report,
                Stream.of(
                                nested(found, arrived, arrived),
                                nested(found, table(travel, REIMBURSED, from, to), found),
                                nested(arrived, stayed, arrived),
                                nested(arrived, followed, arrived),
                                nested(
                                        arrived,
                                        table(
                                                allowances,
                                                HANDED_OVER,
                                                year.atDay(1),
                                                year.plusYears(1).atDay(1)),
                                        arrived),
                                nested(followed, table(titles, LONGEST_TITLES, from, to), followed),
                                nested(followed, table(permitEnds, LAST_PERMIT_ENDS, from, to), followed))
                        .flatMap(Optional::stream)
                        .toList());
        // Children would say how many women came with them.
        if (withChildren.isHidden()) {
            children.hide();
        }
        return report;
    }

    /** A count, and who is counted in it. */
    private record Table(Count count, Set<String> women) {}

    private Table table(Count count, String counted, Object from, Object to) {
        return new Table(
                count, Set.copyOf(jdbc.queryForList("select distinct woman from " + counted, String.class, from, to)));
    }

    /**
     * Only if all women of one table are in the other, the difference is how many there were: who was asked for in December and arrived in January
     * is in one of them only, and nobody knows how many were.
     */
    private static Optional<Suppression.Nested> nested(Table whole, Table part, Table spared) {
        return whole.women.containsAll(part.women)
                ? Optional.of(Suppression.Nested.of(whole.count, part.count, spared.count))
                : Optional.empty();
    }

    private Count requests(OffsetDateTime from, OffsetDateTime to) {
        Map<String, Long> byAnswer = counts("""
                select coalesce(outcome, 'OPEN'), count(*) from %s group by 1""".formatted(LAST_REQUESTS), from, to);
        Map<String, Long> byTime = counts("""
                select case when answered_at <= due_at then 'inTime' else 'late' end, count(*)
                from %s where outcome <> 'WITHDRAWN' group by 1""".formatted(LAST_REQUESTS), from, to);
        Map<String, Long> motives = counts("""
                select coalesce(refusal_motive, 'else'), count(*) from %s
                where outcome = 'REFUSED' group by 1""".formatted(LAST_REQUESTS), from, to);
        Map<String, Long> hours = counts("""
                select case when answered_at - submitted_at <= interval '1 day' then 'oneDay'
                            when answered_at - submitted_at <= interval '2 days' then 'twoDays' else 'longer' end, count(*)
                from %s where outcome = 'PLACE_PROPOSED' group by 1""".formatted(LAST_REQUESTS), from, to);
        List<Count> answers = parts("report.answer.", ANSWERS, byAnswer);
        answers.get(ANSWERS.indexOf("PLACE_PROPOSED"))
                .dividedInto(parts("report.found.", List.of("oneDay", "twoDays", "longer"), hours));
        answers.get(ANSWERS.indexOf("REFUSED")).dividedInto(parts("report.motive.", MOTIVES, motives));
        Count answered = Count.sum(Words.of("report.answered"), answers)
                .dividedInto(parts("report.time.", List.of("inTime", "late"), byTime));
        List<Count> all = new ArrayList<>(List.of(answered));
        all.addAll(parts("report.answer.", List.of("WITHDRAWN", "OPEN"), byAnswer));
        return Count.sum(Words.of("report.requests"), all);
    }

    private Count arrivals(OffsetDateTime from, OffsetDateTime to, Count withChildren) {
        Map<String, Long> days = counts("""
                select case when waited <= interval '2 days' then 'twoDays' when waited <= interval '7 days' then 'week'
                            when waited <= interval '30 days' then 'month' else 'longer' end, count(*)
                from (select j.ended_at - (select min(q.submitted_at) from orientation_request q
                                           where q.reference = j.reference) as waited
                      from %s) w
                group by 1""".formatted(FIRST_ARRIVALS), from, to);
        Count all = Count.sum(
                Words.of("report.arrivals"),
                parts("report.waited.", List.of("twoDays", "week", "month", "longer"), days));
        return all.dividedInto(List.of(
                Count.of(Words.of("report.household.alone"), all.value() - withChildren.value()), withChildren));
    }

    private Count withChildren(OffsetDateTime from, OffsetDateTime to) {
        return Count.of(Words.of("report.household.withChildren"), number("""
                        select count(*) from %s join referral r on r.reference = j.reference where r.children_count > 0""".formatted(FIRST_ARRIVALS), from, to));
    }

    private long children(OffsetDateTime from, OffsetDateTime to) {
        return number(
                "select coalesce(sum(r.children_count), 0) from %s join referral r on r.reference = j.reference"
                        .formatted(FIRST_ARRIVALS),
                from,
                to);
    }

    private Count ends(OffsetDateTime from, OffsetDateTime to) {
        Map<String, Long> outcomes = counts("""
                select outcome, count(*) from %s group by 1""".formatted(LAST_ENDS), from, to);
        Map<String, Long> lengths = counts("""
                select case when stayed < interval '1 month' then 'month' when stayed < interval '6 months' then 'half'
                            when stayed < interval '1 year' then 'year' else 'longer' end, count(*)
                from (select r.closed_at - coalesce((select min(j.ended_at) from journey j
                                     where j.reference = r.reference and j.outcome = 'arrived'), r.closed_at) as stayed
                      from %s where r.outcome in ('COMPLETED', 'DISAPPEARED', 'EXCLUDED')) s
                group by 1""".formatted(LAST_ENDS), from, to);
        List<String> others = Outcome.KNOWN.stream()
                .map(Outcome::code)
                .filter(each -> !STAYS.contains(each))
                .toList();
        Count stays = Count.sum(Words.of("report.stays"), parts("outcome.", STAYS, outcomes))
                .dividedInto(parts("report.stayed.", List.of("month", "half", "year", "longer"), lengths));
        List<Count> rest = new ArrayList<>(parts("outcome.", others, outcomes));
        rest.add(Count.of(
                Words.of("report.else"),
                elseOf(outcomes, Stream.concat(STAYS.stream(), others.stream()).toList())));
        Count without = Count.sum(Words.of("report.withoutStay"), rest);
        return Count.sum(Words.of("report.ends"), List.of(stays, without));
    }

    private Count tracks(OffsetDateTime from, OffsetDateTime to) {
        return permits("tracks", "route", ROUTES, LAST_TRACKS, from, to);
    }

    private Count titles(OffsetDateTime from, OffsetDateTime to) {
        return permits("titles", "title", TITLES, LONGEST_TITLES, from, to);
    }

    private Count permitEnds(OffsetDateTime from, OffsetDateTime to) {
        return permits("permitEnds", "permitEnd", PERMIT_ENDS, LAST_PERMIT_ENDS, from, to);
    }

    /** @param oneOfEach code of one permit for each woman */
    private Count permits(
            String section,
            String group,
            List<String> codes,
            String oneOfEach,
            OffsetDateTime from,
            OffsetDateTime to) {
        String query = "select code, count(*) from " + oneOfEach + " group by 1";
        return Count.sum(Words.of("report." + section), parts("report." + group + ".", codes, counts(query, from, to)));
    }

    /** By the day on which she had the money. */
    private Count allowances(Year year) {
        Map<String, long[]> paid = paid(
                """
                select cash, count(distinct woman) filter (where cash = firstly), sum(case when waived then 0 else amount_cents end)
                from (select *, first_value(cash) over (partition by woman order by handed_over_on, id) as firstly from %s) a
                group by 1""".formatted(HANDED_OVER), year.atDay(1), year.plusYears(1).atDay(1));
        List<Count> parts = Stream.of("network", "shelter")
                .map(cash -> {
                    long[] of = paid.getOrDefault(cash, new long[2]);
                    return Count.of(Words.of("report.cash." + cash), of[0], of[1]);
                })
                .toList();
        Count all = Count.of(
                        Words.of("report.allowances"),
                        parts.stream().mapToLong(Count::value).sum(),
                        parts.stream().mapToLong(Count::cents).sum())
                .dividedInto(parts);
        if (fewHadTheSame(year)) {
            all.all().forEach(Count::hideCents);
        }
        return all;
    }

    /** Whether a division of the money by the women would say something of few: how many children they have, or who had it twice. */
    private boolean fewHadTheSame(Year year) {
        return number(
                        """
                select count(*) from (
                    select count(*) as women from (
                        select (array_agg(advanced_by is null order by handed_over_on, id))[1] as networks,
                               sum(amount_cents) filter (where advanced_by is null) as cents,
                               sum(amount_cents) filter (where advanced_by is not null and not waived) as advanced
                        from %s
                        group by woman) each
                    group by networks, cents, advanced) amounts
                where women < ?""".formatted(HANDED_OVER),
                        year.atDay(1),
                        year.plusYears(1).atDay(1),
                        Suppression.FEWEST)
                > 0;
    }

    /** Women for whose journey something is paid, by when finance ordered it. */
    private Count travel(OffsetDateTime from, OffsetDateTime to) {
        return jdbc.queryForObject(
                "select count(distinct woman), coalesce(sum(amount_cents), 0) from " + REIMBURSED,
                (row, index) -> Count.of(Words.of("report.travel"), row.getLong(1), row.getLong(2)),
                from,
                to);
    }

    /** In the order of the codes; what is none of them counts as something else, if that is one. */
    private static List<Count> parts(String prefix, List<String> codes, Map<String, Long> counts) {
        return codes.stream()
                .map(code -> Count.of(
                        Words.of(code.equals(ELSE) ? "report.else" : prefix + code),
                        code.equals(ELSE) ? elseOf(counts, codes) : counts.getOrDefault(code, 0L)))
                .toList();
    }

    private static long elseOf(Map<String, Long> counts, List<String> codes) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().equals(ELSE) || !codes.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long number(String query, Object... arguments) {
        return jdbc.queryForObject(query, Long.class, arguments);
    }

    private Map<String, Long> counts(String query, Object... arguments) {
        Map<String, Long> counts = new LinkedHashMap<>();
        RowCallbackHandler each = row -> counts.merge(row.getString(1), row.getLong(2), Long::sum);
        jdbc.query(query, each, arguments);
        return counts;
    }

    private Map<String, long[]> paid(String query, Object... arguments) {
        Map<String, long[]> paid = new LinkedHashMap<>();
        jdbc.query(
                query,
                row -> {
                    paid.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)});
                },
                arguments);
        return paid;
    }
}
