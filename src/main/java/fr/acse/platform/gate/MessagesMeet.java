package fr.acse.platform.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process may send and receive only messages in its contract. A process must also use every message in its contract, so that each message
 * of the software, such as a withdrawal, has a receiver.
 */
class MessagesMeet implements Rule {

    private final Known known;

    MessagesMeet(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream().flatMap(process -> Stream.concat(unknown(process), unheard(process)));
    }

    private Stream<Finding> unknown(Process process) {
        Set<String> listed = listed(process);
        return process.nodes()
                .filter(node -> node.event().equals("message") || node.is("receiveTask"))
                .filter(node -> !listed.contains(node.eventName()))
                .map(node -> Finding.of("message", node, node.eventName(), String.join(", ", new TreeSet<>(listed))));
    }

    private Stream<Finding> unheard(Process process) {
        Set<String> left = new HashSet<>(listed(process));
        left.removeAll(process.nodes().map(Node::eventName).collect(Collectors.toSet()));
        return left.stream().sorted().map(name -> Finding.of("unheard", process.file(), process.xml(), name));
    }

    private Set<String> listed(Process process) {
        return known.contract(process).map(contract -> contract.messages()).orElse(Set.of());
    }
}
