package fr.acse.platform.gate;

import java.util.List;
import java.util.Set;

/**
 * A rule for every path of a case, through all called processes: no case may reach the target without the fact. If {@code holds} is false,
 * no case may reach the target with the fact.
 *
 * @param name name of the promise, whose message has the key {@code promise.<name>}
 * @param target bean of a step, {@code call:<process>}, {@code ends}, {@code waits}, {@code rests} (ends, waits and calls),
 *     {@code sends:<message>}, or {@code outcome:<outcome>}
 * @param in ids of the processes that may contain the target; empty for all processes
 * @param gained facts through which a case gains the fact of the promise
 * @param lost facts through which a case loses the fact of the promise
 * @param holds whether a case must have the fact of the promise at the target, or must not have the fact
 */
record Promise(String name, String target, Set<String> in, List<Fact> gained, List<Fact> lost, boolean holds) {

    static Promise before(String target, String name, List<Fact> gained, Fact... lost) {
        return new Promise(name, target, Set.of(), gained, List.of(lost), true);
    }

    /** Returns the promise, limited to targets in the given process. */
    static Promise in(String process, Promise promise) {
        return new Promise(promise.name, promise.target, Set.of(process), promise.gained, promise.lost, promise.holds);
    }

    static Promise never(String target, Set<String> in, String name, List<Fact> gained, Fact... lost) {
        return new Promise(name, target, in, gained, List.of(lost), false);
    }

    boolean isTarget(Node node) {
        if (!in.isEmpty() && !in.contains(node.process().id())) {
            return false;
        }
        int colon = target.indexOf(':');
        String kind = colon < 0 ? target : target.substring(0, colon);
        String what = target.substring(colon + 1);
        return switch (kind) {
            case "ends" -> node.isEnd() && !node.scope().isBeside();
            case "waits" -> node.isRest() && !node.scope().isOfEvent();
            case "rests" -> node.isEnd() || node.isWait() || node.is("callActivity");
            case "outcome" ->
                node.isEnd() && node.outcome().filter(what::equals).isPresent();
            case "sends" ->
                node.isThrown()
                        && node.event().equals("message")
                        && node.eventName().equals(what);
            case "call" ->
                node.is("callActivity")
                        && node.xml().getAttribute("calledElement").equals(what);
            default -> node.bean().equals(target);
        };
    }
}
