package fr.acse.console.cases;

import fr.acse.alarm.AlarmService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.words.Words;
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
        AlarmService alarms,
        AddressWarnings warnings,
        CaseAccess access) {

    private static final int MOST_ALARMS = 50;

    /** @param stage stage of the case, in words */
    CasePageEndpoint.CasePage of(CaseReference reference, Login person, String stage) {
        Set<Relation> relations = access.relations(person, reference);
        CaseFileAssembler.CaseFile file = files.of(reference, person);
        return new CasePageEndpoint.CasePage(
                file,
                file.open() == null ? progress.hers(reference) : List.of(),
                starts.of(reference, relations),
                asked.of(reference, person),
                stage,
                access.mayRead("alarms", relations) ? raised(reference) : List.of(),
                warnings.of(reference, relations));
    }

    private List<CasePageEndpoint.Raised> raised(CaseReference reference) {
        return alarms.of(reference, MOST_ALARMS).stream()
                .map(alarm -> new CasePageEndpoint.Raised(
                        Words.of("alarm." + alarm.kind()),
                        alarm.raisedAt(),
                        Words.of("alarm.by." + alarm.raisedBy()),
                        !alarm.isTaken()))
                .toList();
    }
}
