package fr.acse.platform.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** An id names one element, so that whoever releases a change sees every one. */
class IdsOnce implements RuleOfFile {

    @Override
    public Stream<Finding> findings(ModelFile model) {
        Set<String> ids = new HashSet<>();
        return model.each("*")
                .filter(element -> element.hasAttribute("id") && !ids.add(element.getAttribute("id")))
                .map(element -> Finding.of("idTwice", model, element, element.getAttribute("id")));
    }
}
