package fr.acse.platform.model;

import fr.acse.words.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** An id names one element, so that whoever releases a change sees every one. */
class IdsOnce implements ModelRule {

    @Override
    public Stream<String> faults(ModelFile model, DeployedForms forms) {
        Set<String> ids = new HashSet<>();
        return model.each("*")
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty() && !ids.add(id))
                .map(id -> Words.of("form.twice", id));
    }
}
