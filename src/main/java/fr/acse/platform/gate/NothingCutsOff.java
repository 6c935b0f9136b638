package fr.acse.platform.gate;

import java.util.stream.Stream;

/**
 * Time alone cuts off no called process, and nothing around it: whatever is open there, an offer, a hold, a request, would stay open
 * without its clock. An alarm by time goes on beside.
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
