package fr.acse.referral;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links between cases of the same woman. The coordination decides which cases are linked. */
@Component
@RequiredArgsConstructor
public class SameWomen {

    private final ReferralService referrals;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** Links a case with earlier cases. The case now also avoids the departments that were dangerous in the earlier cases. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(CaseReference reference, List<CaseReference> earlier, Login by) {
        for (CaseReference each : earlier) {
            jdbc.update(
                    "insert into same_woman (reference, earlier, decided_by, decided_at, avoided) values (?, ?, ?, ?, ?)",
                    reference.value(),
                    each.value(),
                    by.value(),
                    Timestamp.from(clock.instant()),
                    String.join(",", new TreeSet<>(referrals.get(each).dangerDepartments())));
        }
        avoidAsLinked(reference);
    }

    /**
     * Removes the links of a case, because the cases are of different women. A department that was avoided only because of a removed link
     * is no longer avoided.
     *
     * @return the cases that lost their last link here, without erased cases
     * @throws Refusal if the case has no link
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseReference> undo(CaseReference reference, Login by) {
        List<CaseReference> all = otherCasesOf(reference);
        Set<CaseReference> later = new TreeSet<>();
        Set<CaseReference> partners = new TreeSet<>();
        jdbc.query(
                "update same_woman set undone_by = ?, undone_at = ? where (reference = ? or earlier = ?) and undone_at is null"
                        + " returning reference, earlier",
                row -> {
                    later.add(new CaseReference(row.getString("reference")));
                    partners.add(new CaseReference(row.getString("reference")));
                    partners.add(new CaseReference(row.getString("earlier")));
                },
                by.value(),
                Timestamp.from(clock.instant()),
                reference.value(),
                reference.value());
        Refusal.unless(!later.isEmpty(), "notLinked", reference);
        later.forEach(this::avoidAsLinked);
        // Erased cases are not returned. A woman whose case is still linked has her allowance in that linked case.
        return all.stream()
                .filter(partners::contains)
                .filter(each -> otherCasesOf(each).isEmpty())
                .toList();
    }

    private void avoidAsLinked(CaseReference reference) {
        Set<String> all = new TreeSet<>();
        jdbc.queryForList(
                        "select avoided from same_woman where reference = ? and undone_at is null and avoided <> ''",
                        String.class,
                        reference.value())
                .forEach(each -> all.addAll(List.of(each.split(","))));
        referrals.avoidAsLinked(reference, all);
    }

    /** All other cases of the same woman, earlier or later, without erased cases. */
    @Transactional(readOnly = true)
    public List<CaseReference> otherCasesOf(CaseReference reference) {
        return jdbc.queryForList("""
                        with recursive link (one, other) as (
                            select reference, earlier from same_woman where undone_at is null
                            union select earlier, reference from same_woman where undone_at is null
                        ),
                        hers (reference) as (
                            select cast(? as varchar(14))
                            union select link.other from link join hers on link.one = hers.reference
                        )
                        select reference from hers join case_file using (reference)
                        where wrapped_key is not null and reference <> ? order by reference""", String.class, reference.value(), reference.value()).stream()
                .map(CaseReference::new)
                .toList();
    }
}
