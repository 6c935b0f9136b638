package fr.acse.placement;

import fr.acse.codes.Days;
import fr.acse.codes.ShelterCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statistics about requests and places. No number describes a single case or reveals the location of a shelter. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PlacementFigures {

    /** Hours within which the coordination must answer a request. */
    public static final int HOURS = 48;

    private static final int MONTHS = 12;
    private static final int STEP_HOURS = 6;
    private static final int FEWEST_SHELTERS = 2;

    /** @param month ISO year and month in the time zone Europe/Paris */
    public record Month(String month, long inTime, long late) {}

    /**
     * @param region name of the region; null for the sum of all regions that have only one shelter
     * @param taken held or occupied places
     */
    public record Region(String region, long places, long taken) {}

    /**
     * Offers to shelters, counted by their result.
     *
     * @param region as in {@link Region}
     * @param notAnswered offers that expired without an answer
     * @param notNeeded offers that are open or were withdrawn
     */
    public record Asked(String region, long accepted, long declined, long notAnswered, long notNeeded) {}

    private static final Set<Offer.State> HAD_A_PLACE =
            EnumSet.of(Offer.State.ACCEPTED, Offer.State.TOO_LATE, Offer.State.RELEASED, Offer.State.TAKEN_BACK);

    private final JdbcTemplate jdbc;
    private final Shelters shelters;
    private final Places places;
    private final Departments departments;
    private final Days days;

    /** Counts the open requests by the full hours since they were submitted. The last number counts 48 hours and more. */
    public List<Long> openByHour() {
        Map<Integer, Long> counts = new HashMap<>();
        jdbc.query(
                "select least(floor(extract(epoch from ? - submitted_at) / 3600), ?)::int hours, count(*)"
                        + " from orientation_request where answered_at is null group by 1",
                row -> {
                    counts.put(row.getInt(1), row.getLong(2));
                },
                now(),
                HOURS);
        return IntStream.rangeClosed(0, HOURS)
                .mapToObj(hour -> counts.getOrDefault(hour, 0L))
                .toList();
    }

    /** Answers of the last twelve months, by month, the oldest first. */
    public List<Month> answersByMonth() {
        YearMonth last = YearMonth.from(days.now().atZone(days.zone()));
        Map<YearMonth, Month> months = new TreeMap<>();
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            months.put(month, new Month(month.toString(), 0, 0));
        }
        jdbc.query(
                "select to_char(answered_at at time zone ?, 'YYYY-MM') answered_in,"
                        + " count(*) filter (where answered_at <= due_at) in_time,"
                        + " count(*) filter (where answered_at > due_at) late"
                        + " from orientation_request where answered_at >= ? and outcome <> 'WITHDRAWN' group by 1",
                row -> {
                    YearMonth month = YearMonth.parse(row.getString(1));
                    months.replace(month, new Month(month.toString(), row.getLong(2), row.getLong(3)));
                },
                days.zone().getId(),
                since(last));
        return new ArrayList<>(months.values());
    }

    /** Counts the answers of the last twelve months in steps of 6 hours up to 48 hours. The last number counts the late answers. */
    public List<Long> answersByHours() {
        Map<Integer, Long> counts = new HashMap<>();
        jdbc.query(
                "select case when answered_at > due_at then ?"
                        + " else least(floor(extract(epoch from answered_at - submitted_at) / 3600 / ?), ? - 1)::int end,"
                        + " count(*) from orientation_request where answered_at >= ? and outcome <> 'WITHDRAWN' group by 1",
                row -> {
                    counts.put(row.getInt(1), row.getLong(2));
                },
                HOURS / STEP_HOURS,
                STEP_HOURS,
                HOURS / STEP_HOURS,
                since(YearMonth.from(days.now().atZone(days.zone()))));
        return IntStream.rangeClosed(0, HOURS / STEP_HOURS)
                .mapToObj(step -> counts.getOrDefault(step, 0L))
                .toList();
    }

    /** The places and the taken places of shelters, by region. */
    public List<Region> load() {
        Map<ShelterCode, Occupancy> occupancies =
                places.occupancy(days.now()).stream().collect(Collectors.toMap(Occupancy::shelter, each -> each));
        return byRegion(occupancies, PlacementFigures::region);
    }

    /** How the shelters that were asked in the last twelve months answered, by region. */
    public List<Asked> asked() {
        Map<ShelterCode, Map<Offer.State, Long>> offers = new HashMap<>();
        jdbc.query(
                "select shelter, state, count(*) from offer where opened_at >= ? group by 1, 2",
                row -> {
                    offers.computeIfAbsent(new ShelterCode(row.getString(1)), any -> new EnumMap<>(Offer.State.class))
                            .put(Offer.State.valueOf(row.getString(2)), row.getLong(3));
                },
                since(YearMonth.from(days.now().atZone(days.zone()))));
        return byRegion(offers, PlacementFigures::asked);
    }

    /**
     * A region with only one shelter is not shown alone, because its number would reveal the location of the shelter. Regions with only one
     * shelter are added up. A single region of this kind is left out.
     */
    private <T, R> List<R> byRegion(Map<ShelterCode, T> of, BiFunction<String, List<T>, R> sum) {
        Map<String, List<T>> regions = new TreeMap<>();
        for (Shelter shelter : shelters.findAll()) {
            if (of.containsKey(shelter.code())) {
                regions.computeIfAbsent(departments.get(shelter.department()).region(), any -> new ArrayList<>())
                        .add(of.get(shelter.code()));
            }
        }
        List<R> shown = new ArrayList<>();
        List<T> others = new ArrayList<>();
        regions.forEach((region, all) -> {
            if (all.size() < FEWEST_SHELTERS) {
                others.addAll(all);
            } else {
                shown.add(sum.apply(region, all));
            }
        });
        if (others.size() >= FEWEST_SHELTERS) {
            shown.add(sum.apply(null, others));
        }
        return shown;
    }

    private static Region region(String name, List<Occupancy> shelters) {
        return new Region(
                name,
                shelters.stream().mapToLong(Occupancy::places).sum(),
                shelters.stream().mapToLong(Occupancy::taken).sum());
    }

    private static Asked asked(String region, List<Map<Offer.State, Long>> shelters) {
        return new Asked(
                region,
                count(shelters, HAD_A_PLACE),
                count(shelters, Set.of(Offer.State.DECLINED)),
                count(shelters, Set.of(Offer.State.EXPIRED)),
                count(shelters, Set.of(Offer.State.OPEN, Offer.State.WITHDRAWN)));
    }

    private static long count(List<Map<Offer.State, Long>> shelters, Set<Offer.State> states) {
        return shelters.stream()
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> states.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Timestamp since(YearMonth last) {
        Instant first = days.start(last.minusMonths(MONTHS - 1L).atDay(1));
        return Timestamp.from(first);
    }

    private Timestamp now() {
        return Timestamp.from(days.now().truncatedTo(ChronoUnit.MICROS));
    }
}
