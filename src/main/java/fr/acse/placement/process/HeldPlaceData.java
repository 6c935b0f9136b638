package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.placement.Criteria;
import fr.acse.placement.Department;
import fr.acse.placement.Departments;
import fr.acse.placement.HeldPlace;
import fr.acse.placement.PlaceService;
import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.FormData;
import fr.acse.words.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a woman must know of a held place before she accepts it: the region, and never the department or the shelter. */
@Component
record HeldPlaceData(
        PlaceService places, ShelterService shelters, Departments departments, CommonChoices choices, Days days)
        implements FormData {

    record Fact(String what, String value) {}

    @Override
    public Set<String> names() {
        return Set.of("heldPlace");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return places.held(reference)
                .flatMap(held -> shelters.find(held.shelter()).map(shelter -> facts(held, shelter)))
                .orElse(List.of());
    }

    private List<Fact> facts(HeldPlace held, Shelter shelter) {
        Criteria criteria = shelter.criteria();
        return List.of(
                fact("region", region(departments.get(shelter.department()))),
                fact(
                        "children",
                        criteria.acceptsChildren()
                                ? Words.of("heldPlace.childrenTo", criteria.maxChildAge(), criteria.cots())
                                : Words.of("heldPlace.noChildren")),
                fact("stepFree", Words.of(criteria.stepFree() ? "heldPlace.yes" : "heldPlace.no")),
                fact(
                        "languages",
                        shelter.languages().stream()
                                .map(code -> choices.labelOf("languages", code))
                                .collect(Collectors.joining(", "))),
                fact("until", Words.moment(held.until(), days.zone())));
    }

    private String region(Department department) {
        return departments.isAlone(department) ? Words.of("heldPlace.overseas") : department.region();
    }

    private static Fact fact(String what, String value) {
        return new Fact(Words.of("heldPlace." + what), value);
    }
}
