package fr.acse.placement.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.ShelterService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names and telephone numbers of the shelters that can be asked, for a user who may read them in a case. */
@Component
record ShelterContacts(ShelterService shelters, CaseFileService files, CaseAccess access, CurrentPerson person) {

    static final String NAME = "sealed_shelterName";
    static final String PHONE = "sealed_shelterPhone";
    private static final String PLACE_OF_READING = "ranking";

    /** The fields that the user may read in a case. */
    Set<String> readable(CaseReference reference) {
        Set<Relation> relations = access.relations(person.login(), reference);
        return Stream.of(NAME, PHONE)
                .filter(field -> access.mayRead(field, relations))
                .collect(Collectors.toSet());
    }

    /**
     * The name of a shelter, and the telephone number of a shelter that does not answer in the application. The reading is recorded.
     *
     * @param readable fields that the user may read
     */
    Map<String, String> of(ShelterCode code, boolean answersHere, Set<String> readable) {
        Set<String> fields = readable.stream()
                .filter(field -> !answersHere || field.equals(NAME))
                .collect(Collectors.toSet());
        return files.reveal(
                shelters.find(code).orElseThrow().fileReference(), fields, person.login(), PLACE_OF_READING);
    }
}
