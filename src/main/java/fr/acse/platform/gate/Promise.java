package fr.acse.platform.gate;

import java.util.List;
import java.util.Set;

/**
 * What holds on every path of a case, through all processes that it calls: no case comes to the target without the fact; or, if
 * it must not, with it.
 *
 * @param name of its words: {@code promise.<name>}
 * @param target bean of a step, {@code call:} and a process, {@code ends} of the processes that are named, {@code waits}, {@code rests} (ends, waits and calls), {@code sends:} and a message, or {@code outcome:} and that of an end
 * @param in processes of the target; all if empty
 * @param gained by any of these
 * @param lost by any of these
 * @param holds whether the fact must be there at the target, or must not
 */
record Promise(String name, String target, Set<String> in, List<Fact> gained, List<Fact> lost, boolean holds) {

    static Promise before(String target, String name, List<Fact> gained, Fact... lost) {
        return new Promise(name, target, Set.of(), gained, List.of(lost), true);
    }

    /** Only where a process itself comes to the target. */
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
