package fr.acse.deadline;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Removes the deadlines of a case. */
@Component
@Order(10)
record DeadlineTraces(JdbcTemplate jdbc) implements Traces {

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return Map.of(
                "deadline", jdbc.update("delete from deadline where reference = ?", reference.value()),
                "deadline_move", jdbc.update("delete from deadline_move where reference = ?", reference.value()),
                "stuck_job", jdbc.update("delete from stuck_job where reference = ?", reference.value()));
    }
}
