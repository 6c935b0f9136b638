package fr.acse.platform.gate;

import java.util.stream.Stream;

/** A start form must contain all its options. Tasklist requests lists from the server only for tasks, not for start forms. */
class StartFormsHoldTheirChoices implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(Process::startsByPeople)
                .flatMap(start -> set.formOf(start).stream())
                .distinct()
                .flatMap(form -> form.components().stream()
                        .filter(each -> each.hasNonNull("valuesKey") || each.hasNonNull("dataSource"))
                        .map(each -> Finding.of(
                                "startList",
                                form,
                                each.path("key").asText(each.path("id").asText()),
                                each.path("label").asText(""))));
    }
}
