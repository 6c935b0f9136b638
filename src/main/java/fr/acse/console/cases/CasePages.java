package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Combines the parts of the page of a case. */
@Component
record CasePages(
        CaseFileAssembler files,
        CaseProgress progress,
        CaseStarts starts,
        AskedShelters asked,
        AlarmViews views,
        AddressWarnings warnings,
        CaseAccess access) {

    /**
     * @param named whether the user's organisation may give the case a nickname
     * @param stage stage of the case, in words
     */
    CasePageEndpoint.CasePage of(CaseReference reference, Login person, boolean named, String stage) {
        Set<Relation> relations = access.relations(person, reference);
        CaseFileAssembler.CaseFile file = files.of(reference, person);
        return new CasePageEndpoint.CasePage(
                file,
                file.open() == null ? progress.hers(reference) : List.of(),
                starts.of(reference, relations),
                asked.of(reference, person),
                stage,
                views.ofCase(reference, relations, person),
                warnings.of(reference, relations),
                named);
    }
}
