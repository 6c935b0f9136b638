package fr.acse.alarm;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which alarms a case has raised. */
@Component
@Order(10)
class AlarmTraces implements Traces {

    private final JdbcTemplate jdbc;

    AlarmTraces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return Map.of("alarm", jdbc.update("delete from alarm where reference = ?", reference.value()));
    }
}
