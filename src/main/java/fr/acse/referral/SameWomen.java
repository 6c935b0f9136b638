package fr.acse.referral;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links between cases of the same woman. The coordination decides which cases are linked, and which are of two women. Linked cases avoid
 * the same departments, also if a department is recorded later.
 */
@Component
@RequiredArgsConstructor
public class SameWomen {

    private static final String HERS = """
            with recursive link (one, other) as (
                select reference, earlier from same_woman where undone_at is null
                union select earlier, reference from same_woman where undone_at is null
            ),
            hers (reference) as (
                select cast(? as varchar(14))
                union select link.other from link join hers on link.one = hers.reference
            )
            """;

    /** Key of the advisory lock in the database. No other lock uses this number. */
    private static final long LOCK = 1_094_933_333;

    private final ReferralService referrals;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Waits until no other transaction links cases, records a danger or grants an allowance, and keeps them waiting until its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", ignored -> {}, LOCK);
    }

    /** Links a case with other cases. All linked cases avoid the departments that are dangerous in one of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(CaseReference reference, Collection<CaseReference> others, Login by) {
        lock();
        List<CaseReference> hers = allOtherCasesOf(reference);
        others.stream().filter(each -> !hers.contains(each)).forEach(each -> insert(reference, each, by, null));
        avoidAsLinked(reference);
        events.publishEvent(new WomenLinked(reference));
    }

    /**
     * Checks that a choice leaves out no case that is linked with a chosen one.
     *
     * @param asked the cases among which the coordination chose
     * @throws Refusal if the choice splits linked cases
     */
    @Transactional(readOnly = true)
    public void refuseSplit(Collection<CaseReference> chosen, Collection<CaseReference> asked) {
        for (CaseReference each : chosen) {
            for (CaseReference linked : allOtherCasesOf(each)) {
                Refusal.unless(chosen.contains(linked) || !asked.contains(linked), "chooseLinked", each, linked);
            }
        }
    }

    /** Records that the woman of a case is not the woman of some other cases. Cases that are linked stay linked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellApart(CaseReference reference, Collection<CaseReference> others, Login by) {
        others.forEach(each -> insert(reference, each, by, Timestamp.from(clock.instant())));
    }

    private void insert(CaseReference reference, CaseReference other, Login by, Timestamp undone) {
        jdbc.update(
                "insert into same_woman (reference, earlier, decided_by, decided_at, undone_by, undone_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                reference.value(),
                other.value(),
                by.value(),
                Timestamp.from(clock.instant()),
                undone == null ? null : by.value(),
                undone);
    }

    /**
     * The cases of which the coordination said that they are of another woman. A case is left out if the name, birth date or telephone
     * number of one of the two women was changed later.
     */
    @Transactional(readOnly = true)
    public Set<CaseReference> toldApart(CaseReference reference) {
        return jdbc.queryForList("""
                        select case when s.reference = ? then s.earlier else s.reference end from same_woman s
                        where ? in (s.reference, s.earlier) and s.undone_at is not null and not exists (
                            select from sealed_value v where v.reference in (s.reference, s.earlier) and v.sealed_at > s.undone_at
                            and v.field in ('sealed_firstName', 'sealed_lastName', 'sealed_birthDate', 'sealed_safeContact'))""", String.class, reference.value(), reference.value()).stream()
                .map(CaseReference::new)
                .collect(Collectors.toSet());
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
        lock();
        List<CaseReference> all = otherCasesOf(reference);
        Set<CaseReference> partners = new TreeSet<>();
        jdbc.query(
                "update same_woman set undone_by = ?, undone_at = ?, avoided = '' where (reference = ? or earlier = ?) and undone_at is null"
                        + " returning reference, earlier",
                row -> {
                    partners.add(new CaseReference(row.getString("reference")));
                    partners.add(new CaseReference(row.getString("earlier")));
                },
                by.value(),
                Timestamp.from(clock.instant()),
                reference.value(),
                reference.value());
        Refusal.unless(!partners.isEmpty(), "notLinked", reference);
        avoidAsLinked(reference);
        all.forEach(this::avoidAsLinked);
        if (all.size() > 1) {
            // Nobody said whether the other cases are of the same woman.
            events.publishEvent(new WomenSeparated(all));
        }
        // Erased cases are not returned. A woman whose case is still linked has her allowance in that linked case.
        return all.stream()
                .filter(partners::contains)
                .filter(each -> otherCasesOf(each).isEmpty())
                .toList();
    }

    @EventListener
    void follow(DangerRecorded danger) {
        // A link that is made at this moment reads the danger, or the danger finds the link.
        jdbc.query("select pg_advisory_xact_lock_shared(?)", ignored -> {}, LOCK);
        if (!otherCasesOf(danger.reference()).isEmpty()) {
            avoidAsLinked(danger.reference());
        }
    }

    /** Keeps the departments of a case that is erased in its links, as long as another case of the woman avoids them. */
    void leave(CaseReference reference) {
        if (otherCasesOf(reference).isEmpty()) {
            jdbc.update(
                    HERS
                            + "update same_woman s set avoided = '' from hers where hers.reference in (s.reference, s.earlier)",
                    reference.value());
        } else {
            jdbc.update("""
                    update same_woman s set avoided = coalesce((
                        select string_agg(distinct department, ',') from referral r, string_to_table(
                            concat_ws(',', nullif(s.avoided, ''), r.danger_department, nullif(r.avoid_departments, '')), ',') department
                        where r.reference = ?), s.avoided)
                    where ? in (s.reference, s.earlier) and s.undone_at is null""", reference.value(), reference.value());
        }
    }

    /** Each case of the woman avoids the departments of all her other cases. */
    private void avoidAsLinked(CaseReference reference) {
        Set<CaseReference> hers = new TreeSet<>(otherCasesOf(reference));
        hers.add(reference);
        Set<String> erased = avoidedInErased(reference);
        for (CaseReference each : hers) {
            Set<String> others = new TreeSet<>(erased);
            hers.stream()
                    .filter(other -> !other.equals(each))
                    .forEach(other -> others.addAll(referrals.get(other).ownDangerDepartments()));
            referrals.avoidAsLinked(each, others);
        }
    }

    private Set<String> avoidedInErased(CaseReference reference) {
        return jdbc
                .queryForList(
                        HERS
                                + "select distinct avoided from same_woman s join hers on hers.reference in (s.reference, s.earlier)"
                                + " where undone_at is null and avoided <> ''",
                        String.class,
                        reference.value())
                .stream()
                .flatMap(each -> Stream.of(each.split(",")))
                .collect(Collectors.toSet());
    }

    /** All other cases of the same woman, earlier or later, without erased cases. */
    @Transactional(readOnly = true)
    public List<CaseReference> otherCasesOf(CaseReference reference) {
        return cases(
                "select reference from hers join case_file using (reference) where wrapped_key is not null", reference);
    }

    /** All other cases of the same woman, also erased ones. An allowance that was paid in an erased case still counts. */
    @Transactional(readOnly = true)
    public List<CaseReference> allOtherCasesOf(CaseReference reference) {
        return cases("select reference from hers where true", reference);
    }

    private List<CaseReference> cases(String select, CaseReference reference) {
        return jdbc
                .queryForList(
                        HERS + select + " and reference <> ? order by reference",
                        String.class,
                        reference.value(),
                        reference.value())
                .stream()
                .map(CaseReference::new)
                .toList();
    }
}
