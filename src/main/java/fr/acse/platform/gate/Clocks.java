package fr.acse.platform.gate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A task that must not wait for ever needs a timer on the task itself, or in a scope around the task. */
class Clocks implements Rule {

    /**
     * @param question question that the form of the task asks
     * @param moment variable with the time at which the timer is due
     * @param interrupting whether the timer ends the task
     */
    private record Row(String question, String moment, boolean interrupting) {}

    private static final List<Row> ROWS = List.of(
            new Row("offerAnswer", "offerExpiresAt", true),
            new Row("answerDecision", "holdExpiresAt", true),
            new Row("placeDecision", "holdExpiresAt", true),
            new Row("arrivalDate", "holdExpiresAt", true),
            new Row("agreement", "holdExpiresAt", true),
            new Row("escortConfirmation", "confirmEscortUntil", true),
            new Row("departureAt", "agreedDayEndsAt", true),
            new Row("departure", "departureAlarmAt", false),
            new Row("escortReport", "silenceAlarmAt", false),
            new Row("shelterReport", "receptionAlarmAt", false),
            new Row("titleGoesOn", "renewalDueOn", true),
            new Row("decision", "silenceOn", true),
            new Row("appeal", "appealSoonAt", false));

    private static final Duration LONGEST_ANSWER = Duration.ofHours(48);

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.concat(
                set.nodes()
                        .filter(node -> node.is("userTask"))
                        .flatMap(task -> ROWS.stream()
                                .filter(row -> set.asks(task, row.question()))
                                .filter(row -> timersAround(task)
                                        .noneMatch(timer -> timer.isInterrupting() == row.interrupting()
                                                && timer.isDueAt(row.moment())))
                                .map(row -> Finding.of(
                                        row.interrupting() ? "clock" : "alarm", task, row.question(), row.moment()))),
                set.nodes()
                        .filter(node -> node.bean().equals("openRequestDelegate"))
                        .flatMap(request -> answerDue(request).stream()));
    }

    /** Boundary timers of a step and of its enclosing sub-processes, and timers that start an event sub-process in these scopes. */
    private static Stream<Node> timersAround(Node step) {
        Stream<Node> here = Stream.concat(step.boundary().stream(), besides(step.scope()))
                .filter(event -> event.event().equals("timer"));
        return step.scope().around() == null
                ? here
                : Stream.concat(here, timersAround(step.scope().around()));
    }

    private static Stream<Node> besides(Scope scope) {
        return scope.nodes().stream()
                .filter(Node::isEventSubProcess)
                .flatMap(node -> node.inner().starts());
    }

    /** The search for a shelter needs a non-interrupting timer of at most 48 hours, which creates a task for the supervisors. */
    private static Optional<Finding> answerDue(Node request) {
        Optional<Node> clock = besides(request.scope())
                .filter(start -> start.event().equals("timer") && start.bean().isEmpty())
                .filter(start -> start.scope().nodes().stream()
                        .anyMatch(node -> node.bean().equals("recordLateRequestDelegate")))
                .findFirst();
        if (clock.isEmpty() || !clock.get().id().equals("timer_answerDue")) {
            return Optional.of(Finding.of("answerDue", request));
        }
        Node timer = clock.get();
        boolean inTime = timer.timer()
                .findFirst()
                .filter(each -> each.getLocalName().equals("timeDuration"))
                .flatMap(each -> Timers.length(each.getTextContent().strip()))
                .filter(length -> length.compareTo(LONGEST_ANSWER) <= 0)
                .isPresent();
        if (!inTime) {
            return Optional.of(Finding.of("answerDueLater", timer));
        }
        if (timer.isInterrupting()) {
            return Optional.of(Finding.of("answerDueInterrupts", timer));
        }
        boolean toSupervisors = timer.scope().nodes().stream()
                .anyMatch(node ->
                        node.is("userTask") && node.camunda("candidateGroups").equals("supervisors"));
        return toSupervisors ? Optional.empty() : Optional.of(Finding.of("answerDueUnseen", timer));
    }
}
