package fr.acse.notice;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Removes the notices and pages about a case. */
@Component
@Order(10)
record NoticeTraces(JdbcTemplate jdbc) implements Traces {

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return Map.of(
                "notice",
                jdbc.update("delete from notice where reference = ?", reference.value()),
                "page",
                jdbc.update("delete from page where reference = ?", reference.value()));
    }
}
