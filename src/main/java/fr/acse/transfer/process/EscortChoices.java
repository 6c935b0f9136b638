package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.form.FormData;
import fr.acse.platform.form.StartValues;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The people whom a form offers as escorts. An association reads only the names of its own people. The coordination reads the names of all
 * people of associations.
 */
@Component
record EscortChoices(People people, CurrentPerson person) implements FormData, StartValues {

    record Option(String label, String value) {}

    private static final String ESCORTS = "escorts";

    @Override
    public Set<String> names() {
        return Set.of(ESCORTS);
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return offeredTo(person.login());
    }

    @Override
    public Map<String, Object> shown(String process, Login login) {
        return process.equals(ReplaceEscortProcess.CONTRACT.processId()) ? Map.of(ESCORTS, offeredTo(login)) : Map.of();
    }

    private List<Option> offeredTo(Login login) {
        Set<String> own = people.groupsOf(login);
        Predicate<String> offered = group ->
                group.startsWith(People.ORGANISATION) && (own.contains(group) || own.contains(Groups.COORDINATION));
        Map<Login, Set<String>> groups = people.everybody();
        Map<Login, String> codes = people.membersOf(Groups.OPERATORS).stream()
                .filter(each -> groups.getOrDefault(each, Set.of()).stream().anyMatch(offered))
                .collect(Collectors.toMap(each -> each, each -> codesOf(groups.get(each), own)));
        return people.namesOf(codes.keySet()).entrySet().stream()
                .map(each -> new Option(
                        each.getValue() + codes.get(each.getKey()),
                        each.getKey().value()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /** The associations of a person in brackets; empty for a colleague of the user. */
    private static String codesOf(Set<String> groups, Set<String> own) {
        return groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION) && !own.contains(group))
                .map(group -> " (" + group.substring(People.ORGANISATION.length()) + ")")
                .sorted()
                .collect(Collectors.joining());
    }
}
