package fr.acse.placement.process;

import static fr.acse.placement.process.ClosePlacesProcess.*;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.PlaceService;
import fr.acse.placement.ShelterService;
import fr.acse.platform.form.StartValues;
import fr.acse.platform.identity.People;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills in the shelter code for a user who works in one shelter, and shows the number of its free places. */
@Component
@RequiredArgsConstructor
class OwnShelter implements StartValues {

    private final People people;
    private final ShelterService shelters;
    private final PlaceService places;

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> of(String started, Login person) {
        return hers(started, person)
                .map(code -> Map.<String, Object>of(SHELTER_CODE.name(), code.value()))
                .orElse(Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> shown(String started, Login person) {
        return hers(started, person)
                .map(code -> Map.<String, Object>of(FREE_PLACES.name(), places.countFree(code)))
                .orElse(Map.of());
    }

    /** The shelter of the user. Empty if the user works in several shelters or in none. */
    private Optional<ShelterCode> hers(String started, Login person) {
        if (!started.equals(ClosePlacesProcess.CONTRACT.processId())) {
            return Optional.empty();
        }
        List<ShelterCode> hers = people.groupsOf(person).stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .map(group -> new ShelterCode(group.substring(People.ORGANISATION.length())))
                .filter(code -> shelters.find(code).isPresent())
                .toList();
        return hers.size() == 1 ? Optional.of(hers.get(0)) : Optional.empty();
    }
}
