package fr.acse.platform.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often the cases of the last twelve months took each flow, and how long their steps waited. Never says which case. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PassedFigures {

    private static final String SINCE = " and month > date_trunc('month', now()) - interval '12 months'";

    /** All versions of a process together. */
    public static final int ALL = 0;

    /**
     * How long a step waited, estimated from the stored classes, whose bounds are powers of two seconds.
     *
     * @param times how often the step was done
     */
    public record Waits(long times, long medianSeconds, long p95Seconds) {

        static Waits of(TreeMap<Integer, Long> timesByPower) {
            long times =
                    timesByPower.values().stream().mapToLong(Long::longValue).sum();
            return new Waits(times, part(timesByPower, times * 0.5), part(timesByPower, times * 0.95));
        }

        /** The time within which so many steps were done. Within a class, the times are assumed to be evenly distributed. */
        private static long part(TreeMap<Integer, Long> timesByPower, double part) {
            double before = 0;
            for (Map.Entry<Integer, Long> each : timesByPower.entrySet()) {
                if (before + each.getValue() >= part) {
                    double most = Math.pow(2, each.getKey());
                    double least = each.getKey() == 0 ? 0 : most / 2;
                    return Math.round(least + (most - least) * (part - before) / each.getValue());
                }
                before += each.getValue();
            }
            return 0;
        }
    }

    private final JdbcTemplate jdbc;

    /** Versions of a process with counts, the latest first. */
    public List<Integer> versions(String process) {
        return jdbc.queryForList(
                "select distinct version from flow_count where process = ?" + SINCE + " order by version desc",
                Integer.class,
                process);
    }

    /** How often each flow was taken. */
    public Map<String, Long> flows(String process, int version) {
        Map<String, Long> flows = new HashMap<>();
        jdbc.query(
                "select flow, sum(times) as times from flow_count where process = ? and (? = 0 or version = ?)" + SINCE
                        + " group by flow",
                row -> {
                    flows.put(row.getString("flow"), row.getLong("times"));
                },
                process,
                version,
                version);
        return flows;
    }

    /** Number of open tasks of each step now. */
    public Map<String, Long> waiting(String process, int version) {
        Map<String, Long> waiting = new HashMap<>();
        jdbc.query(
                "select t.step, count(*) as times from engine_task t join engine_definition d on d.id = t.definition"
                        + " where d.process = ? and (? = 0 or d.version = ?) group by t.step",
                row -> {
                    waiting.put(row.getString("step"), row.getLong("times"));
                },
                process,
                version,
                version);
        return waiting;
    }

    /** How long each step waited for people. */
    public Map<String, Waits> waits(String process, int version) {
        Map<String, TreeMap<Integer, Long>> timesByPower = new HashMap<>();
        jdbc.query(
                "select step, n, sum(times) as times from waiting_time where process = ? and (? = 0 or version = ?)"
                        + SINCE + " group by step, n",
                row -> {
                    timesByPower
                            .computeIfAbsent(row.getString("step"), any -> new TreeMap<>())
                            .put(row.getInt("n"), row.getLong("times"));
                },
                process,
                version,
                version);
        Map<String, Waits> waits = new HashMap<>();
        timesByPower.forEach((step, times) -> waits.put(step, Waits.of(times)));
        return waits;
    }
}
