package fr.acse.placement;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Erases the department to whose emergency housing (115) the woman was sent. */
@Component
@Order(10)
record PlacementTraces(JdbcTemplate jdbc) implements Traces {

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return Map.of(
                "emergency housing",
                jdbc.update(
                        "update orientation_request set emergency_department = null"
                                + " where reference = ? and emergency_department is not null",
                        reference.value()));
    }
}
