package fr.acse.platform.gate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Only forms of the coordination, of the escort and of the shelter registration may contain fields that reveal where a shelter is. */
class ShelterStaysSecret implements Rule {

    private static final String OF_SHELTERS = "sealed_shelter";
    private static final String REGISTRATION = "register-shelter";
    private static final Set<String> READERS = Set.of("coordination", "#{escortLogin}");

    /** Duty telephone that each group may see, with the source of its number. A duty number does not reveal where a shelter is. */
    private static final Map<String, Map.Entry<String, String>> DUTY_TELEPHONES = Map.of(
            "#{operatorGroup}", Map.entry("sealed_shelterDutyPhone", "shelterDuty"),
            "#{shelterGroup}", Map.entry("sealed_operatorDutyPhone", "operatorDuty"));

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
                                .filter(field -> !isDutyTelephone(step, field))
                                .map(field ->
                                        Finding.of("shelterField", form, field.key(), field.label(), step.id()))));
    }

    private static String sealedIn(FormFile.Field field) {
        return field.json().path("properties").path("sealedIn").asText();
    }

    private static boolean isDutyTelephone(Node step, FormFile.Field field) {
        return Map.entry(field.key(), sealedIn(field)).equals(DUTY_TELEPHONES.get(step.camunda("candidateGroups")));
    }
}
