package fr.acse.platform.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Each id must name only one element, so that the person who releases a change sees every changed element. */
class IdsOnce implements RuleOfFile {

    @Override
    public Stream<Finding> findings(ModelFile model) {
        Set<String> ids = new HashSet<>();
        return model.each("*")
                .filter(element -> element.hasAttribute("id") && !ids.add(element.getAttribute("id")))
                .map(element -> Finding.of("idTwice", model, element, element.getAttribute("id")));
    }
}
