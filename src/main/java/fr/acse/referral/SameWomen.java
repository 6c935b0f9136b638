package fr.acse.referral;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which cases are of the same woman, as the coordination has decided. */
@Component
public class SameWomen {

    private final ReferralService referrals;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SameWomen(ReferralService referrals, JdbcTemplate jdbc, Clock clock) {
        this.referrals = referrals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Links a case with earlier ones; where the danger was for her then, she is not sheltered now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(CaseReference reference, List<CaseReference> earlier, Login by) {
        for (CaseReference each : earlier) {
            jdbc.update(
                    "insert into same_woman (reference, earlier, decided_by, decided_at) values (?, ?, ?, ?)",
                    reference.value(),
                    each.value(),
                    by.value(),
                    Timestamp.from(clock.instant()));
            referrals.avoidToo(reference, each);
        }
    }

    /** Earlier cases of the same woman. */
    @Transactional(readOnly = true)
    public List<CaseReference> earlierOf(CaseReference reference) {
        return jdbc
                .queryForList(
                        "select distinct earlier from same_woman where reference = ? order by earlier",
                        String.class,
                        reference.value())
                .stream()
                .map(CaseReference::new)
                .toList();
    }
}
