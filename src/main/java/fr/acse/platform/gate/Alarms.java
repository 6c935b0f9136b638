package fr.acse.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message about a withdrawal, a danger, a breach, a relocation or a leaving must reach the case of a woman at every stage. */
class Alarms implements Rule {

    /**
     * @param interrupting whether the message ends the running steps of the process
     * @param step bean of a step that must follow the message, or empty
     * @param group group that must get a task after the message, or empty
     */
    private record Row(String process, String message, boolean interrupting, String step, String group) {}

    private static final List<Row> ROWS = List.of(
            new Row("referral", "acse.referralWithdrawn", true, "closeCaseListener", ""),
            new Row("referral", "acse.dangerRose", false, "recordDangerDelegate", "coordination"),
            new Row("referral", "acse.confidentialityBreached", false, "openBreachDelegate", ""),
            new Row("stay", "acse.sheLeft", true, "endStayListener", ""),
            new Row("stay", "acse.sheDisappeared", true, "endStayListener", ""),
            new Row("stay", "acse.sheWasExcluded", true, "endStayListener", ""),
            new Row("leaving", "acse.proposalOver", true, "", ""),
            new Row("stay", "acse.relocationNeeded", true, "prepareRelocationDelegate", ""));

    /** Messages that end a stay and the search for another shelter, each with the outcome of the case. */
    private static final Map<String, String> ENDS_A_STAY = Map.of(
            "acse.sheLeft", "COMPLETED",
            "acse.sheDisappeared", "DISAPPEARED",
            "acse.sheWasExcluded", "EXCLUDED");

    private static final Set<String> SEARCH = Set.of("orientation", "agree-arrival", "transfer");

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.concat(
                ROWS.stream()
                        .flatMap(row ->
                                set.process(row.process()).stream().flatMap(process -> finding(process, row).stream())),
                set.process("referral").stream()
                        .flatMap(process -> process.root().all())
                        .flatMap(scope -> scope.nodes().stream())
                        .filter(node -> node.is("callActivity")
                                && SEARCH.contains(node.xml().getAttribute("calledElement")))
                        .flatMap(search -> ENDS_A_STAY.keySet().stream()
                                .filter(message -> !ends(search, message))
                                .sorted()
                                .map(message -> Finding.of("searchGoesOn", search, message))));
    }

    /** Whether the message interrupts the search and leads directly to an end event with the matching outcome. */
    private static boolean ends(Node search, String message) {
        return Stream.iterate(
                        search.scope(),
                        scope -> scope.around() != null,
                        scope -> scope.around().scope())
                .flatMap(scope -> scope.around().boundary().stream())
                .filter(event ->
                        event.event().equals("message") && event.eventName().equals(message) && event.isInterrupting())
                .anyMatch(event -> event.out().stream().map(Flow::to).allMatch(end -> isEndOf(end, message)));
    }

    private static boolean isEndOf(Node end, String message) {
        String outcome = end.outcome().orElse("");
        return end.isEnd()
                && end.listeners().anyMatch("closeCaseListener"::equals)
                && (outcome.equals(ENDS_A_STAY.get(message))
                        // An analyst may define additional outcomes for a leaving.
                        || message.equals("acse.sheLeft") && !ENDS_A_STAY.containsValue(outcome));
    }

    private static Optional<Finding> finding(Process process, Row row) {
        Optional<Node> start = process.root().nodes().stream()
                .filter(Node::isEventSubProcess)
                .flatMap(beside -> beside.inner().starts())
                .filter(event ->
                        event.event().equals("message") && event.eventName().equals(row.message()))
                .findFirst();
        if (start.isEmpty()) {
            return Optional.of(Finding.of("alarmMissing", process.file(), process.xml(), row.message()));
        }
        if (start.get().isInterrupting() != row.interrupting()) {
            return Optional.of(
                    Finding.of(row.interrupting() ? "alarmMustEnd" : "alarmMustNotEnd", start.get(), row.message()));
        }
        List<Node> inside = start.get().scope().nodes();
        Set<String> beans = inside.stream()
                .flatMap(node -> Stream.concat(Stream.of(node.bean()), node.listeners()))
                .collect(Collectors.toSet());
        if (!row.step().isEmpty() && !beans.contains(row.step())) {
            return Optional.of(Finding.of("alarmStep", start.get(), row.step()));
        }
        boolean seen = row.group().isEmpty()
                || inside.stream()
                        .anyMatch(node -> node.is("userTask")
                                && node.camunda("candidateGroups").equals(row.group()));
        if (!seen) {
            return Optional.of(Finding.of("alarmUnseen", start.get(), row.group()));
        }
        return row.interrupting() && inside.stream().anyMatch(Node::isWait)
                ? Optional.of(Finding.of("alarmWaits", start.get()))
                : Optional.empty();
    }
}
