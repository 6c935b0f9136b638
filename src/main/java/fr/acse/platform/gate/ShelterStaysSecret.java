package fr.acse.platform.gate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Only forms of the coordination, of the escort and of the shelter registration may contain fields that reveal where a shelter is. */
class ShelterStaysSecret implements Rule {

    private static final String OF_SHELTERS = "sealed_shelter";
    private static final String REGISTRATION = "register-shelter";
    private static final Set<String> READERS = Set.of("coordination", "#{escortLogin}");

    /** Fields that each group may see, with their source. A duty number and the rules of a house do not reveal where a shelter is. */
    private static final Map<String, Set<Map.Entry<String, String>>> SHOWN = Map.of(
            "#{operatorGroup}",
            Set.of(
                    Map.entry("sealed_shelterDutyPhone", "heldShelter"),
                    Map.entry("sealed_houseKind", "heldShelter"),
                    Map.entry("sealed_houseRules", "heldShelter")),
            "#{shelterGroup}",
            Set.of(Map.entry("sealed_operatorDutyPhone", "operatorDuty")));

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(Process::formSteps)
                .filter(step -> !step.is("startEvent") || !step.process().id().equals(REGISTRATION))
                .filter(step -> !READERS.contains(step.camunda("assignee") + step.camunda("candidateGroups")))
                .flatMap(step -> set.formOf(step).stream()
                        .flatMap(form -> form.fields()
                                .filter(field -> field.key().startsWith(OF_SHELTERS)
                                        || !sealedIn(field).isEmpty())
                                .filter(field -> !mayShow(step, field))
                                .map(field ->
                                        Finding.of("shelterField", form, field.key(), field.label(), step.id()))));
    }

    private static String sealedIn(FormFile.Field field) {
        return field.json().path("properties").path("sealedIn").asText();
    }

    private static boolean mayShow(Node step, FormFile.Field field) {
        return SHOWN.getOrDefault(step.camunda("candidateGroups"), Set.of())
                .contains(Map.entry(field.key(), sealedIn(field)));
    }
}
