package fr.acse.alarm;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Removes the alarms of a case. */
@Component
@Order(10)
record AlarmTraces(JdbcTemplate jdbc) implements Traces {

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return Map.of("alarm", jdbc.update("delete from alarm where reference = ?", reference.value()));
    }
}
