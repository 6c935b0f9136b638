package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers about requests and places. No number is about a single case, and none says where a shelter is. */
@Service
@Transactional(readOnly = true)
public class PlacementFigures {

    /** Hours that the coordination has. */
    public static final int HOURS = 48;

    private static final int MONTHS = 12;
    private static final int STEP_HOURS = 6;
    private static final int FEWEST_SHELTERS = 2;

    /** @param month ISO, of Europe/Paris */
    public record Month(String month, long inTime, long late) {}

    /**
     * @param region null for the regions together that have one shelter each
     * @param taken places held or occupied
     */
    public record Region(String region, long places, long taken) {}

    private final JdbcTemplate jdbc;
    private final Shelters shelters;
    private final Places places;
    private final Departments departments;
    private final Clock clock;
    private final ZoneId zone;

    PlacementFigures(
            JdbcTemplate jdbc, Shelters shelters, Places places, Departments departments, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.shelters = shelters;
        this.places = places;
        this.departments = departments;
        this.clock = clock;
        this.zone = zone;
    }

    /** How many open requests were submitted 0, 1, … hours ago; the last number counts those of 48 hours and more. */
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

    /** Answers of the last twelve months, the oldest first. */
    public List<Month> answersByMonth() {
        YearMonth last = YearMonth.from(clock.instant().atZone(zone));
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
                zone.getId(),
                since(last));
        return new ArrayList<>(months.values());
    }

    /** How many answers of the last twelve months took up to 6, 12, … 48 hours; the last number counts the late ones. */
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
                since(YearMonth.from(clock.instant().atZone(zone))));
        return IntStream.rangeClosed(0, HOURS / STEP_HOURS)
                .mapToObj(step -> counts.getOrDefault(step, 0L))
                .toList();
    }

    /**
     * Places by region. A region with only one shelter is not shown by itself, because it would say where the shelter
     * is. Such regions are added up, and left out if there is only one of them.
     */
    public List<Region> load() {
        Map<ShelterCode, Occupancy> occupancies =
                places.occupancy(clock.instant()).stream().collect(Collectors.toMap(Occupancy::shelter, each -> each));
        Map<String, List<Occupancy>> regions = new TreeMap<>();
        for (Shelter shelter : shelters.findAll()) {
            if (occupancies.containsKey(shelter.code())) {
                regions.computeIfAbsent(departments.get(shelter.department()).region(), any -> new ArrayList<>())
                        .add(occupancies.get(shelter.code()));
            }
        }
        List<Region> load = new ArrayList<>();
        List<Occupancy> others = new ArrayList<>();
        regions.forEach((region, all) -> {
            if (all.size() < FEWEST_SHELTERS) {
                others.addAll(all);
            } else {
                load.add(region(region, all));
            }
        });
        if (others.size() >= FEWEST_SHELTERS) {
            load.add(region(null, others));
        }
        return load;
    }

    private static Region region(String name, List<Occupancy> shelters) {
        return new Region(
                name,
                shelters.stream().mapToLong(Occupancy::places).sum(),
                shelters.stream().mapToLong(Occupancy::taken).sum());
    }

    private Timestamp since(YearMonth last) {
        Instant first =
                last.minusMonths(MONTHS - 1L).atDay(1).atStartOfDay(zone).toInstant();
        return Timestamp.from(first);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
