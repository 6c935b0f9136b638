package fr.acse.platform.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;

/**
 * A variable that one process passes to another must keep its meaning, and every call in this release must remain. A model must not set a
 * variable in place of a person, a decision or the software.
 */
class MappingsStay implements Rule {

    private final ModelSet release;
    private final Known known;

    MappingsStay(Known known) {
        this.release = known.release();
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.of(swapped(set), computed(set), uncalled(set), set(set), each(set))
                .flatMap(found -> found);
    }

    private Stream<Finding> swapped(ModelSet set) {
        Map<String, String> ours = new HashMap<>();
        calls(release)
                .forEach(call -> Stream.of("in", "out")
                        .forEach(way -> call.mappings(way)
                                .forEach(mapping -> ours.putIfAbsent(key(call, way, mapping), source(mapping)))));
        return calls(set)
                .flatMap(call -> Stream.of("in", "out")
                        .flatMap(way -> call.mappings(way).stream()
                                .filter(mapping -> !mapping.hasAttribute("businessKey")
                                        && !ours.getOrDefault(key(call, way, mapping), mapping.getAttribute("target"))
                                                .equals(source(mapping)))
                                .map(mapping ->
                                        Finding.of("swapped", call, source(mapping), mapping.getAttribute("target")))));
    }

    /** A mapping that computes a value would answer in place of a person, a decision or the software. */
    private Stream<Finding> computed(ModelSet set) {
        Set<String> ours = calls(release)
                .flatMap(call -> Stream.of("in", "out").flatMap(way -> call.mappings(way).stream()))
                .map(mapping -> mapping.getAttribute("sourceExpression"))
                .collect(Collectors.toSet());
        return calls(set)
                .flatMap(call -> Stream.of("in", "out")
                        .flatMap(way -> call.mappings(way).stream()
                                .filter(mapping -> !ours.contains(mapping.getAttribute("sourceExpression")))
                                .map(mapping -> Finding.of("setByModel", call, mapping.getAttribute("target")))));
    }

    private static String key(Node call, String way, Element mapping) {
        return String.join(" ", call.process().id(), called(call), way, mapping.getAttribute("target"));
    }

    private static String source(Element mapping) {
        return mapping.getAttribute("source") + mapping.getAttribute("sourceExpression");
    }

    private static Stream<Node> calls(ModelSet set) {
        return set.nodes().filter(node -> node.is("callActivity"));
    }

    private static String called(Node call) {
        return call.xml().getAttribute("calledElement");
    }

    private Stream<Finding> uncalled(ModelSet set) {
        return set.processes().stream().flatMap(process -> {
            Set<String> left = calls(release)
                    .filter(call -> call.process().id().equals(process.id()))
                    .map(MappingsStay::called)
                    .collect(Collectors.toCollection(HashSet::new));
            process.nodes()
                    .filter(node -> node.is("callActivity"))
                    .map(MappingsStay::called)
                    .forEach(left::remove);
            return left.stream().sorted().map(called -> Finding.of("uncalled", process.file(), process.xml(), called));
        });
    }

    /** An input or output parameter of a step could hide or overwrite the answer of a user. */
    private Stream<Finding> set(ModelSet set) {
        Set<String> ours = parameters(release).map(MappingsStay::meaning).collect(Collectors.toSet());
        return set.processes().stream()
                .flatMap(process -> process.nodes()
                        .flatMap(node -> Stream.of("inputParameter", "outputParameter")
                                .flatMap(kind -> ModelFile.extensions(node.xml(), kind))
                                .filter(parameter -> !ours.contains(meaning(parameter)))
                                .map(parameter -> Finding.of("setByModel", node, parameter.getAttribute("name")))));
    }

    private static Stream<Element> parameters(ModelSet set) {
        return set.nodes()
                .flatMap(node -> Stream.of("inputParameter", "outputParameter")
                        .flatMap(kind -> ModelFile.extensions(node.xml(), kind)));
    }

    private static String meaning(Element parameter) {
        return ModelFile.processOf(parameter) + " " + ModelFile.named(parameter).getLocalName() + " "
                + parameter.getLocalName() + " " + parameter.getAttribute("name");
    }

    /** A loop must run like the loop in this release: for all shelters in parallel, and for the lines of a payment one after another. */
    private Stream<Finding> each(ModelSet set) {
        Set<String> ours = release.nodes()
                .flatMap(node -> loop(node).map(loop -> inside(node) + loop))
                .collect(Collectors.toSet());
        Set<String> insides = release.nodes()
                .filter(node -> loop(node).findAny().isPresent())
                .map(MappingsStay::inside)
                .collect(Collectors.toSet());
        return set.nodes()
                .filter(node -> loop(node).anyMatch(loop -> !ours.contains(inside(node) + loop))
                        || loop(node).findAny().isEmpty() && node.inner() != null && insides.contains(inside(node)))
                .map(node -> Finding.of("each", node));
    }

    private static Stream<String> loop(Node node) {
        return ModelFile.children(node.xml())
                .filter(child -> child.getLocalName().endsWith("LoopCharacteristics"))
                .map(loop -> loop.getLocalName()
                        + loop.getAttribute("isSequential").replace("false", "")
                        + StringUtils.trimAllWhitespace(loop.getTextContent())
                        + ModelFile.attributes(loop).stream()
                                .filter(attribute -> ModelFile.CAMUNDA.equals(attribute.getNamespaceURI()))
                                .map(Object::toString)
                                .sorted()
                                .toList());
    }

    /** Describes the purpose of a step by its own bean and form, or by the beans inside a sub-process. */
    private static String inside(Node node) {
        return node.inner() == null
                ? node.kind() + node.bean() + node.camunda("formRef")
                : node.inner().nodes().stream()
                        .map(Node::bean)
                        .filter(bean -> !bean.isEmpty())
                        .sorted()
                        .toList()
                        .toString();
    }
}
