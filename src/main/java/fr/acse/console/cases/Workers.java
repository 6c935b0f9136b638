package fr.acse.console.cases;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The names of the people who worked on a case, for one reader. Everybody reads the names of colleagues, of the coordination, of finance
 * and of supervisors. The coordination also reads the names of people of associations. Nobody else reads who works in a shelter.
 */
@Component
record Workers(People people) {

    private static final List<String> ROLES =
            List.of(Groups.COORDINATION, Groups.FINANCE, Groups.SUPERVISORS, Groups.SHELTERS, Groups.OPERATORS);

    /** @return the role of each person, with the name if the reader may know it; without people who have no role any more */
    Map<Login, String> of(Collection<Login> workers, Login reader) {
        if (workers.isEmpty()) {
            return new HashMap<>();
        }
        Map<Login, Set<String>> groups = people.everybody();
        Map<Login, String> names = people.namesOf(workers);
        Map<Login, String> described = new HashMap<>();
        for (Login worker : workers) {
            Set<String> theirs = groups.getOrDefault(worker, Set.of());
            ROLES.stream().filter(theirs::contains).findFirst().ifPresent(group -> {
                String role = Words.of("reads.role." + group);
                boolean known = mayKnow(theirs, groups.getOrDefault(reader, Set.of()));
                described.put(worker, known ? Words.of("step.by", names.get(worker), role) : role);
            });
        }
        return described;
    }

    private static boolean mayKnow(Set<String> theirs, Set<String> own) {
        Set<String> organisations = theirs.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .collect(Collectors.toSet());
        boolean inNetwork = !theirs.contains(Groups.SHELTERS) && !theirs.contains(Groups.OPERATORS);
        return organisations.isEmpty() && inNetwork
                || !Collections.disjoint(organisations, own)
                || own.contains(Groups.COORDINATION) && !theirs.contains(Groups.SHELTERS);
    }
}
