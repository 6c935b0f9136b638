package fr.acse.directory;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.identity.People;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives the coordination and the supervisors their parts, which they have in every case. */
@Component
record RoleParties(People people) implements CaseParties {

    @Override
    public Map<CaseReference, Set<Relation>> relations(Login person, Collection<CaseReference> references) {
        Set<String> groups = people.groupsOf(person);
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        if (groups.contains(Groups.COORDINATION)) {
            relations.add(Relation.COORDINATION);
        }
        if (groups.contains(Groups.SUPERVISORS)) {
            relations.add(Relation.SUPERVISOR);
        }
        return references.stream().collect(Collectors.toMap(Function.identity(), any -> relations));
    }
}
