package fr.acse.platform.gate;

import java.util.stream.Stream;

/**
 * No timer may interrupt a called process or start an interrupting event sub-process. An interrupted process would leave an offer, a hold
 * or a request open without a timer. A timer for an alarm must be non-interrupting.
 */
class NothingCutsOff implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.nodes()
                .filter(node -> node.event().equals("timer") && node.isInterrupting())
                .filter(node -> node.is("startEvent")
                                && node.scope().around() != null
                                && node.scope().around().isEventSubProcess()
                        || node.is("boundaryEvent") && isOnCall(node))
                .map(node -> Finding.of("cutsOff", node));
    }

    private static boolean isOnCall(Node event) {
        return event.scope().nodes().stream()
                .anyMatch(node -> node.is("callActivity") && node.boundary().contains(event));
    }
}
