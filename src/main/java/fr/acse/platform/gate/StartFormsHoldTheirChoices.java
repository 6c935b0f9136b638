package fr.acse.platform.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/** A start form must contain its options, or name a list that the software provides for the start of this process. */
record StartFormsHoldTheirChoices(Known known) implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> process.startsByPeople()
                        .flatMap(start -> set.formOf(start).stream())
                        .flatMap(form -> unknownLists(form, process)))
                .distinct();
    }

    private Stream<Finding> unknownLists(FormFile form, Process process) {
        Set<String> provided =
                known.contract(process).map(contract -> contract.startLists()).orElse(Set.of());
        return form.components().stream()
                .filter(each -> each.hasNonNull("valuesKey") || each.hasNonNull("dataSource"))
                .filter(each -> !provided.contains(listOf(each)))
                .map(each -> Finding.of(
                        "startList",
                        form,
                        each.path("key").asText(each.path("id").asText()),
                        each.path("label").asText("")));
    }

    private static String listOf(JsonNode field) {
        return field.path("valuesKey")
                .asText(field.path("dataSource").asText().replace("=", "").strip());
    }
}
