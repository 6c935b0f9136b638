package fr.acse.platform.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Statistics of the last twelve months, without case references: how often each flow was taken, and how long steps waited. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PassedFigures {

    private static final String SINCE = " and month > date_trunc('month', now()) - interval '12 months'";

    /** Version number that stands for all versions of a process together. */
    public static final int ALL = 0;

    /**
     * The waiting time of a step, estimated from stored classes. The bounds of the classes are powers of two seconds.
     *
     * @param times number of times that the step was done
     */
    public record Waits(long times, long medianSeconds, long p95Seconds) {

        static Waits of(TreeMap<Integer, Long> timesByPower) {
            long times =
                    timesByPower.values().stream().mapToLong(Long::longValue).sum();
            return new Waits(times, part(timesByPower, times * 0.5), part(timesByPower, times * 0.95));
        }

        /** The waiting time within which {@code part} steps were done. Times within a class are assumed to be evenly distributed. */
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

    /** Versions of a process that have statistics, the latest first. */
    public List<Integer> versions(String process) {
        return jdbc.queryForList(
                "select distinct version from flow_count where process = ?" + SINCE + " order by version desc",
                Integer.class,
                process);
    }

    /** Number of times that each flow was taken. */
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

    /** Current number of open tasks for each step. */
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

    /** Waiting times of each step. */
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
