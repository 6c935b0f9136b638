package fr.acse.directory;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.identity.People;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the parts that people have in a case. The view {@code case_part} gives the data, and each part has one rule. */
@Component
record CaseParts(JdbcTemplate jdbc, EntityManager entities, People people) implements CaseParties {

    /** @param vetted whether two people have registered the association with this code */
    private record Part(Relation relation, String code, String login, boolean vetted) {}

    @Override
    public Map<CaseReference, Set<Relation>> relations(Login person, Collection<CaseReference> references) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // The view sees only data in the database, so pending changes of entities must be flushed first.
            entities.flush();
        }
        Set<String> groups = people.groupsOf(person);
        Map<CaseReference, Set<Relation>> all = new HashMap<>();
        jdbc.query(
                "select * from case_part where reference = any (?)",
                row -> {
                    Part part = new Part(
                            Relation.valueOf(row.getString("part")),
                            row.getString("code"),
                            row.getString("login"),
                            row.getBoolean("vetted"));
                    if (isHers(part, person, groups)) {
                        all.computeIfAbsent(
                                        new CaseReference(row.getString("reference")),
                                        any -> EnumSet.noneOf(Relation.class))
                                .add(part.relation());
                    }
                },
                (Object) references.stream().map(CaseReference::value).toArray(String[]::new));
        return all;
    }

    private boolean isHers(Part part, Login person, Set<String> groups) {
        boolean worksThere = groups.contains(People.ORGANISATION + part.code());
        boolean coordination = groups.contains(Groups.COORDINATION);
        return switch (part.relation()) {
            // The coordination stands in for an association whose staff cannot log in.
            case OPERATOR -> worksThere || coordination && !people.isStaffed(People.ORGANISATION + part.code());
            case ALARMED -> groups.contains(Groups.SUPERVISORS);
            case ANSWERING ->
                groups.contains(Groups.SUPERVISORS) && person.value().equals(part.login());
            case FINANCE -> groups.contains(Groups.FINANCE);
            // The person who recorded the acceptance by telephone cannot confirm the arrival for the shelter.
            case TELEPHONE -> coordination && !person.value().equals(part.login());
            // A person who left the association is no longer an escort.
            case ESCORT, ARRIVING ->
                person.value().equals(part.login())
                        && (worksThere ? part.vetted() : groups.contains(Groups.OPERATORS) && isOfVetted(groups));
            default -> worksThere;
        };
    }

    private boolean isOfVetted(Set<String> groups) {
        Set<String> codes = groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .map(group -> group.substring(People.ORGANISATION.length()))
                .collect(Collectors.toSet());
        return !jdbc.queryForList(
                        "select 1 from organisation where code = any (?)", (Object) codes.toArray(String[]::new))
                .isEmpty();
    }
}
