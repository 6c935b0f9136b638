package fr.acse.referral;

import fr.acse.codes.CaseReference;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The decisions and facts of a case as codes, dates and numbers. Personal data of the woman are in her case file only. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Referral {

    @Id
    @Getter
    private CaseReference reference;

    /** Code of the association that asks for the woman. */
    @Getter
    private String operator;

    private byte[] personKey;

    @Getter
    private Instant openedAt;

    private String dangerDepartment;
    private String avoidDepartments = "";

    /** Departments to avoid that come from linked cases of the same woman. */
    private String linkedDepartments = "";

    @Embedded
    @Getter
    private Household household = new Household(0, 0, 0, false, false, null);

    @Getter
    private boolean commitmentFull;

    /** The day of arrival on which the association and the shelter agreed, or null. */
    @Getter
    private LocalDate arrivalDate;

    private String outcome;

    private Instant closedAt;
    private Instant restrictedAt;
    private Instant objectedAt;

    @Version
    private int version;

    Referral(CaseReference reference, String operator, byte[] personKey, Instant openedAt) {
        this.reference = reference;
        this.operator = operator;
        this.personKey = personKey;
        this.openedAt = openedAt;
    }

    void assess(Household assessed, String danger, Set<String> avoid) {
        household = assessed;
        dangerDepartment = danger;
        avoidDepartments = String.join(",", new TreeSet<>(avoid));
    }

    void avoid(String department) {
        avoidDepartments = Stream.concat(departments(avoidDepartments), Stream.of(department))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** @param those departments to avoid that come from all other cases of the woman, by the current links */
    void avoidAsLinked(Set<String> those) {
        linkedDepartments = String.join(",", new TreeSet<>(those));
    }

    /** Replaces the hash of the person, because the name or birth date was wrong. */
    void correct(byte[] key) {
        personKey = key;
    }

    void correctNeeds(Household corrected) {
        household = corrected;
    }

    void commit(boolean full) {
        commitmentFull = full;
    }

    void agreeArrival(LocalDate date) {
        arrivalDate = date;
    }

    void reopenSearch() {
        arrivalDate = null;
    }

    /** Protects the case from erasure while somebody decides on a request of the woman; null ends the protection. */
    void restrict(Instant at) {
        restrictedAt = at;
    }

    /** Marks the case for erasure without the usual delay after the case is closed. */
    void object(Instant at) {
        objectedAt = at;
    }

    void close(Outcome as, Instant at) {
        outcome = as.code();
        closedAt = at;
    }

    public byte[] personKey() {
        return personKey.clone();
    }

    /** The outcome of the case, or null while the case is open. */
    public Outcome outcome() {
        return outcome == null ? null : new Outcome(outcome);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** All departments to avoid, with the one where the danger is. The search adds their neighbours. */
    public Set<String> dangerDepartments() {
        Set<String> all = ownDangerDepartments();
        departments(linkedDepartments).forEach(all::add);
        return all;
    }

    /** The departments that were recorded in this case, without those of linked cases. */
    public Set<String> ownDangerDepartments() {
        return Stream.concat(Stream.ofNullable(dangerDepartment), departments(avoidDepartments))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> departments(String list) {
        return list.isEmpty() ? Stream.empty() : Stream.of(list.split(","));
    }
}
