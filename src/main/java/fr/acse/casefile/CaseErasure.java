package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a case. The key of the case and its sealed values are destroyed. Every feature removes its data of the case. Data for statistics
 * gets another reference. A keyed hash of the woman stays with the allowance, so that she gets the allowance only once (invariant 1). An
 * old backup still has the wrapped key: a person with this backup and the master key can read the case.
 */
@Service
@RequiredArgsConstructor
public class CaseErasure {

    private static final String ERASED = "ERAS";

    private final List<Traces> traces;
    private final JdbcTemplate jdbc;
    private final Keys keys;
    private final Clock clock;

    /**
     * @return report of the removed data, with one line for each kind
     * @throws Refusal if the case does not exist, or one of its processes is still running
     */
    @Transactional
    public String erase(CaseReference reference, Login person) {
        if (jdbc.queryForList("select 1 from case_file where reference = ? for update", reference.value())
                .isEmpty()) {
            throw new Refusal("noSuchCase", reference);
        }
        Map<String, Integer> removed = new TreeMap<>();
        traces.forEach(
                each -> each.remove(reference).forEach((what, count) -> removed.merge(what, count, Integer::sum)));
        removed.put(
                "sealed_value_before",
                jdbc.update("delete from sealed_value_before where reference = ?", reference.value()));
        removed.put("sealed_value", jdbc.update("delete from sealed_value where reference = ?", reference.value()));
        CaseReference instead = CaseReference.random(ERASED);
        removed.put(
                "case_file key",
                jdbc.update(
                        "update case_file set reference = ?, wrapped_key = null where reference = ?",
                        instead.value(),
                        reference.value()));
        String report = removed.entrySet().stream()
                .filter(line -> line.getValue() > 0)
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining("\n"));
        jdbc.update(
                "insert into erasure (reference, erased_at, erased_by, report, erased_mark) values (?, ?, ?, ?, ?)",
                instead.value(),
                clock.instant().atOffset(ZoneOffset.UTC),
                person.value(),
                report,
                mark(reference));
        return report;
    }

    /** Keyed hash of the reference of an erased case. With it, an erased case is recognised after an older backup was restored. */
    public byte[] mark(CaseReference reference) {
        return keys.index("erased|" + reference);
    }
}
