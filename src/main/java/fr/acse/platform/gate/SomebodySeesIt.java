package fr.acse.platform.gate;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every task must be offered to an existing group or to the escort, so that somebody sees the task and does it. */
class SomebodySeesIt implements Rule {

    /** Fixed groups. Operators and shelters have no fixed group here, because a case concerns only one operator and one shelter. */
    private static final Set<String> GROUPS = Set.of("coordination", "finance", "supervisors");

    private final Set<String> expressions;
    private final Set<String> people;

    /** @param known source of the models of this release, whose expressions for groups and assignees are allowed */
    SomebodySeesIt(Known known) {
        expressions = used(known, "candidateGroups");
        people = used(known, "assignee");
    }

    private static Set<String> used(Known known, String attribute) {
        return known.release()
                .nodes()
                .map(node -> node.camunda(attribute))
                .filter(Expressions::isOne)
                .collect(Collectors.toSet());
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        String offered =
                Stream.concat(GROUPS.stream(), expressions.stream()).sorted().collect(Collectors.joining(", "));
        return set.nodes().filter(node -> node.is("userTask")).flatMap(task -> {
            String groups = task.camunda("candidateGroups");
            String person = task.camunda("assignee");
            if (groups.isEmpty() && person.isEmpty()) {
                return Stream.of(Finding.of("nobody", task, offered));
            }
            Stream<Finding> wrongPerson = person.isEmpty() || people.contains(person)
                    ? Stream.empty()
                    : Stream.of(Finding.of("person", task, person, String.join(", ", people)));
            Stream<Finding> wrongGroups = groups.isEmpty()
                    ? Stream.empty()
                    : Stream.of(groups.split(","))
                            .map(String::strip)
                            .filter(group -> !GROUPS.contains(group) && !expressions.contains(group))
                            .map(group -> Finding.of("group", task, group, offered));
            return Stream.concat(wrongPerson, wrongGroups);
        });
    }
}
