package fr.acse.referral;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Erases the keyed hash that recognises the woman in a later case, and the departments of the danger. */
@Component
@Order(10)
record ReferralTraces(JdbcTemplate jdbc, SameWomen sameWomen) implements Traces {

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        sameWomen.leave(reference);
        return Map.of(
                "referral person and danger",
                jdbc.update(
                        "update referral set person_key = '', danger_department = null, avoid_departments = '', linked_departments = ''"
                                + " where reference = ?",
                        reference.value()));
    }
}
