package fr.acse.platform.gate;

import fr.acse.words.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set must contain each process and decision of this release once, because the software refers to them by id. Each process must begin in
 * the same way as in this release. A user must not start a process that the software or another process starts.
 */
class AsReleased implements Rule {

    private static final Map<String, List<String>> TWO_PEOPLE = twoPeople();

    private final Known known;
    private final ModelSet release;

    AsReleased(Known known) {
        this.known = known;
        this.release = known.release();
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.of(twice(set), missing(set), begun(set), lost(set), alone(set))
                .flatMap(found -> found);
    }

    /** Finds missing tasks of {@code two-people.txt}. The software uses the ids in that list to require two different people. */
    private Stream<Finding> alone(ModelSet set) {
        return TWO_PEOPLE.entrySet().stream()
                .flatMap(ours -> set.process(ours.getKey()).stream()
                        .flatMap(process -> ours.getValue().stream()
                                .filter(task -> process.nodes()
                                        .noneMatch(node ->
                                                node.is("userTask") && node.id().equals(task)))
                                .map(task -> Finding.of("secondGone", process.file(), process.xml(), task))));
    }

    private static Map<String, List<String>> twoPeople() {
        return Table.rows(AsReleased.class, "two-people.txt")
                .collect(Collectors.groupingBy(
                        row -> row.get(0), Collectors.mapping(row -> row.get(1), Collectors.toList())));
    }

    private static Stream<Finding> twice(ModelSet set) {
        Set<String> ids = new HashSet<>();
        Stream<Finding> models = set.models().stream()
                .flatMap(model -> Stream.of("process", "decision")
                        .flatMap(model::each)
                        .filter(element -> !ids.add(element.getLocalName() + " " + element.getAttribute("id")))
                        .map(element -> Finding.of("twice", model, element, element.getAttribute("id"))));
        Stream<Finding> forms = set.forms().stream()
                .filter(form -> !ids.add("form " + form.id()))
                .map(form -> Finding.ofFile("twice", form.name(), form.id()));
        return Stream.concat(models, forms).toList().stream();
    }

    private Stream<Finding> missing(ModelSet set) {
        Stream<Finding> processes = release.processes().stream()
                .filter(ours -> set.process(ours.id()).isEmpty())
                .map(ours -> Finding.ofFile("gone", ours.file().name(), ours.id()));
        Stream<Finding> decisions = release.decisions().entrySet().stream()
                .filter(ours -> !set.decisions().containsKey(ours.getKey()))
                .map(ours -> Finding.ofFile("gone", ours.getValue().file().name(), ours.getKey()));
        return Stream.concat(processes, decisions);
    }

    private Stream<Finding> begun(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> release.process(process.id()).stream()
                        .filter(ours -> !starts(ours).equals(starts(process))
                                || ours.isStartedByPeople() != process.isStartedByPeople())
                        .map(ours -> Finding.of("begun", process.file(), process.xml())));
    }

    /** A set must keep the delegates and listeners of each process, and the questions that conditions or the software read. */
    private Stream<Finding> lost(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> release.process(process.id()).stream().flatMap(ours -> {
                    Set<String> steps = steps(ours);
                    steps.removeAll(steps(process));
                    Set<String> questions = questions(ours, release);
                    questions.retainAll(decisive(ours));
                    questions.removeAll(questions(process, set));
                    return Stream.concat(
                            steps.stream()
                                    .sorted()
                                    .map(bean -> Finding.of("stepGone", process.file(), process.xml(), bean)),
                            questions.stream()
                                    .sorted()
                                    .map(key -> Finding.of("questionGone", process.file(), process.xml(), key)));
                }));
    }

    private static Set<String> steps(Process process) {
        return process.nodes()
                .flatMap(node -> Stream.concat(Stream.of(node.work()), node.listeners()))
                .filter(bean -> !bean.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> questions(Process process, ModelSet set) {
        return process.formSteps()
                .flatMap(step -> set.formOf(step).stream())
                .flatMap(FormFile::questions)
                .map(FormFile.Field::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Variables that the conditions of a process, or the software, read. */
    private Set<String> decisive(Process process) {
        Set<String> names = process.flows()
                .flatMap(flow -> flow.variables().stream())
                .collect(Collectors.toCollection(HashSet::new));
        known.contracts().values().stream()
                .flatMap(contract -> contract.variables().stream())
                .filter(variable -> !variable.isOfModels())
                .forEach(variable -> names.add(variable.name()));
        return names;
    }

    private static List<String> starts(Process process) {
        return process.root()
                .starts()
                .map(start -> start.event() + " " + start.eventName())
                .sorted()
                .toList();
    }
}
