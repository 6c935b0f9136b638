package fr.acse.console.report;

import fr.acse.codes.Days;
import fr.acse.referral.Outcome;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the numbers of a year in the time zone of France. The queries read tables that keep erased cases without personal data. One
 * read-only transaction with a snapshot runs all queries, so that the parts add up even if answers arrive meanwhile.
 */
@Component
class YearFigures {

    /** Code for values that analysts added, and for values that the forms did not ask for at the time. */
    private static final String ELSE = "else";

    /**
     * The last request of each woman. A woman with several requests, moves or cases is counted once. If two requests have the same time,
     * the id decides, so every query counts the same request.
     */
    private static final String LAST_REQUESTS = """
            (select distinct on (woman) * from orientation_request join woman using (reference)
             where submitted_at >= ? and submitted_at < ?
             order by woman, submitted_at desc, id) q""";

    private static final String FIRST_ARRIVALS = """
            (select distinct on (woman) * from journey join woman using (reference)
             where outcome = 'arrived' and ended_at >= ? and ended_at < ?
             order by woman, ended_at, id) j""";

    private static final String LAST_ENDS = """
            (select distinct on (woman) * from referral join woman using (reference)
             where outcome is not null and closed_at >= ? and closed_at < ?
             order by woman, closed_at desc, reference) r""";

    private static final String LAST_TRACKS = """
            (select distinct on (woman) woman, route as code from permit_track join woman using (reference)
             where opened_at >= ? and opened_at < ?
             order by woman, opened_at desc, id desc) p""";

    /** The longest title of each woman. A certificate of domicile is not a title. */
    private static final String LONGEST_TITLES = """
            (select distinct on (woman) woman, kind as code from permit_title join woman using (reference)
             where recorded_at >= ? and recorded_at < ?
               and coalesce(ended_as, '') <> 'corrected' and kind <> 'certificate'
             order by woman, last_day desc, id desc) p""";

    /** The last ended track of each woman. Tracks that ended because no permit was needed are counted in the table of routes. */
    private static final String LAST_PERMIT_ENDS = """
            (select distinct on (woman) woman, coalesce(outcome, 'else') as code from permit_track join woman using (reference)
             where closed_at >= ? and closed_at < ? and outcome is distinct from 'noneNeeded'
             order by woman, closed_at desc, id desc) p""";

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
            List.of("lastingTitle", "refused", "stopped", "stoppedBeforeApplying", "groundGone", ELSE);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneMoment;
    private final Days days;

    YearFigures(JdbcTemplate jdbc, PlatformTransactionManager transactions, Days days) {
        this.jdbc = jdbc;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.days = days;
    }

    /** The counts of a year, hidden where necessary. The slow search for counts to hide runs after the end of the transaction. */
    List<Count> of(Year year) {
        Tables tables = oneMoment.execute(status -> counted(year));
        Suppression.apply(tables.all(), Comparisons.of(tables), tables.missed());
        // The number of children would reveal the hidden number of women with children.
        if (tables.withChildren().isHidden()) {
            tables.children().hide();
        }
        return tables.all();
    }

    private Tables counted(Year year) {
        OffsetDateTime from = year.atDay(1).atStartOfDay(days.zone()).toOffsetDateTime();
        OffsetDateTime to = year.plusYears(1).atDay(1).atStartOfDay(days.zone()).toOffsetDateTime();
        Count arrivals = arrivals(from, to);
        return new Tables(
                requests(from, to),
                arrivals,
                Count.of(Words.of("report.children"), children(from, to)),
                ends(from, to),
                permits("tracks", "route", ROUTES, LAST_TRACKS, from, to),
                permits("titles", "title", TITLES, LONGEST_TITLES, from, to),
                permits("permitEnds", "permitEnd", PERMIT_ENDS, LAST_PERMIT_ENDS, from, to),
                allowances(year, arrivals),
                travel(from, to));
    }

    private Count requests(OffsetDateTime from, OffsetDateTime to) {
        Map<String, Set<String>> byAnswer =
                women("select coalesce(outcome, 'OPEN'), woman from " + LAST_REQUESTS, from, to);
        Map<String, Set<String>> byTime = women("""
                select case when answered_at <= due_at then 'inTime' else 'late' end, woman
                from %s where outcome <> 'WITHDRAWN'""".formatted(LAST_REQUESTS), from, to);
        Map<String, Set<String>> motives = women("""
                select coalesce(refusal_motive, 'else'), woman
                from %s where outcome = 'REFUSED'""".formatted(LAST_REQUESTS), from, to);
        Map<String, Set<String>> hours = women("""
                select case when answered_at - submitted_at <= interval '1 day' then 'oneDay'
                            when answered_at - submitted_at <= interval '2 days' then 'twoDays' else 'longer' end, woman
                from %s where outcome = 'PLACE_PROPOSED'""".formatted(LAST_REQUESTS), from, to);
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

    private Count arrivals(OffsetDateTime from, OffsetDateTime to) {
        Map<String, Set<String>> days = women("""
                select case when waited <= interval '2 days' then 'twoDays' when waited <= interval '7 days' then 'week'
                            when waited <= interval '30 days' then 'month' else 'longer' end, woman
                from (select woman, j.ended_at - (select min(q.submitted_at) from orientation_request q
                                                  where q.reference = j.reference) as waited
                      from %s) w""".formatted(FIRST_ARRIVALS), from, to);
        Map<String, Set<String>> households = women("""
                select case when r.children_count > 0 then 'withChildren' else 'alone' end, woman
                from %s join referral r on r.reference = j.reference""".formatted(FIRST_ARRIVALS), from, to);
        return Count.sum(
                        Words.of("report.arrivals"),
                        parts("report.waited.", List.of("twoDays", "week", "month", "longer"), days))
                .dividedInto(parts("report.household.", List.of("alone", "withChildren"), households));
    }

    private long children(OffsetDateTime from, OffsetDateTime to) {
        return number(
                "select coalesce(sum(r.children_count), 0) from %s join referral r on r.reference = j.reference"
                        .formatted(FIRST_ARRIVALS),
                from,
                to);
    }

    private Count ends(OffsetDateTime from, OffsetDateTime to) {
        Map<String, Set<String>> outcomes = women("select outcome, woman from " + LAST_ENDS, from, to);
        Map<String, Set<String>> lengths = women("""
                select case when stayed < interval '1 month' then 'month' when stayed < interval '6 months' then 'half'
                            when stayed < interval '1 year' then 'year' else 'longer' end, woman
                from (select woman, r.closed_at - coalesce((select min(j.ended_at) from journey j
                                     where j.reference = r.reference and j.outcome = 'arrived'), r.closed_at) as stayed
                      from %s where r.outcome in ('COMPLETED', 'DISAPPEARED', 'EXCLUDED')) s""".formatted(LAST_ENDS), from, to);
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

    /** @param oneOfEach subquery with the code of one permit for each woman */
    private Count permits(
            String section,
            String group,
            List<String> codes,
            String oneOfEach,
            OffsetDateTime from,
            OffsetDateTime to) {
        Map<String, Set<String>> women = women("select code, woman from " + oneOfEach, from, to);
        return Count.sum(Words.of("report." + section), parts("report." + group + ".", codes, women));
    }

    /** Women with an allowance that was handed over in the year, and the amounts. */
    private Count allowances(Year year, Count arrivals) {
        LocalDate from = year.atDay(1);
        LocalDate to = year.plusYears(1).atDay(1);
        Map<String, Set<String>> firsts = women("""
                select first_value(cash) over (partition by woman order by handed_over_on, id), woman
                from """ + HANDED_OVER, from, to);
        List<Count> parts = Stream.of("network", "shelter")
                .map(cash -> Count.of(
                        Words.of("report.cash." + cash),
                        firsts.getOrDefault(cash, Set.of()),
                        number(
                                "select coalesce(sum(amount_cents), 0) from " + HANDED_OVER
                                        + " where cash = ? and not waived",
                                from,
                                to,
                                cash)))
                .toList();
        Count all = Count.of(
                        Words.of("report.allowances"),
                        Count.sum("", parts).women(),
                        parts.stream().mapToLong(Count::cents).sum())
                .dividedInto(parts);
        if (moneyTellsOfFew(year, parts, arrivals)) {
            all.all().forEach(Count::hideCents);
        }
        return all;
    }

    /**
     * Whether the amounts would tell something about few women: how many children they have, that one had a second allowance, or how many
     * women with the same number of children had no allowance. If all women had the same amount, the sum tells only their number.
     */
    private boolean moneyTellsOfFew(Year year, List<Count> parts, Count arrivals) {
        Collection<Set<String>> hadTheSame = women(
                        """
                select concat_ws(' ', networks, coalesce(cents, 0), coalesce(advanced, 0)), woman from (
                    select woman, (array_agg(advanced_by is null order by handed_over_on, id))[1] as networks,
                           sum(amount_cents) filter (where advanced_by is null) as cents,
                           sum(amount_cents) filter (where advanced_by is not null and not waived) as advanced
                    from %s
                    group by woman) each""".formatted(HANDED_OVER),
                        year.atDay(1),
                        year.plusYears(1).atDay(1))
                .values();
        boolean allHadTheSame =
                parts.stream().map(Count::women).allMatch(women -> women.isEmpty() || hadTheSame.contains(women));
        return !allHadTheSame
                && (hadTheSame.stream().anyMatch(women -> Suppression.isOfFew(women.size()))
                        || Stream.of("alone", "withChildren")
                                .map(household -> arrivals.part(Words.of("report.household." + household)))
                                .anyMatch(arrived -> Suppression.isOfFew(without(arrived, hadTheSame))));
    }

    /** The number of women in a count outside the groups of equal amount that lie within the count; 0 if there is no such group. */
    private static long without(Count women, Collection<Set<String>> hadTheSame) {
        long had = hadTheSame.stream()
                .filter(each -> women.women().containsAll(each))
                .mapToLong(Set::size)
                .sum();
        return had == 0 ? 0 : women.value() - had;
    }

    /** Women whose journey finance ordered a payment for in the year, and the amount. */
    private Count travel(OffsetDateTime from, OffsetDateTime to) {
        return Count.of(
                Words.of("report.travel"),
                women("select 'paid', woman from " + REIMBURSED, from, to).getOrDefault("paid", Set.of()),
                number("select coalesce(sum(amount_cents), 0) from " + REIMBURSED, from, to));
    }

    /** One count for each code, in the order of the codes. All unlisted codes count as {@link #ELSE}, if the list contains it. */
    private static List<Count> parts(String prefix, List<String> codes, Map<String, Set<String>> women) {
        return codes.stream()
                .map(code -> Count.of(
                        Words.of(code.equals(ELSE) ? "report.else" : prefix + code),
                        code.equals(ELSE) ? elseOf(women, codes) : women.getOrDefault(code, Set.of())))
                .toList();
    }

    private static Set<String> elseOf(Map<String, Set<String>> women, List<String> codes) {
        return women.entrySet().stream()
                .filter(each -> each.getKey().equals(ELSE) || !codes.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toSet());
    }

    private long number(String query, Object... arguments) {
        return jdbc.queryForObject(query, Long.class, arguments);
    }

    /** The counted women by code. The first column of the query is the code, the second one the woman. */
    private Map<String, Set<String>> women(String query, Object... arguments) {
        Map<String, Set<String>> women = new HashMap<>();
        RowCallbackHandler each = row ->
                women.computeIfAbsent(row.getString(1), code -> new HashSet<>()).add(row.getString(2));
        jdbc.query(query, each, arguments);
        return women;
    }
}
