package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page of a case. Times are UTC. */
@RestController
@RequestMapping("/camunda/api/acse/cases/{reference}")
@RequiredArgsConstructor
class CasePageEndpoint {

    /**
     * @param mine the user's own steps, if the user may not read the stage of the case; else empty
     * @param starts processes that the user may start for the case
     * @param asked shelters that are asked, if the user may read which
     * @param named whether the user's organisation may give the case a nickname
     * @param warning reason why the woman must not arrive at the address; null if there is none
     */
    record CasePage(
            CaseFileAssembler.CaseFile file,
            List<CaseSteps.Step> mine,
            List<CaseStarts.Start> starts,
            List<AskedShelters.Asked> asked,
            String stage,
            List<AlarmViews.View> alarms,
            String warning,
            boolean named) {}

    record Wanted(String field) {}

    /** The reveal log records this name for a reading on the case page. For a reading in a task it records the task id. */
    private static final String ON_THE_PAGE = "case page";

    private final CasePages pages;
    private final CaseList list;
    private final AskedShelters asked;
    private final CaseDetails details;
    private final Searcher searcher;
    private final CaseAccess access;
    private final CurrentPerson person;

    /** @throws Refusal if the case does not exist, or the user has no part in it */
    @GetMapping
    @Transactional
    public CasePage show(@PathVariable String reference) {
        CaseReference found = found(reference);
        return pages.of(
                found,
                person.login(),
                searcher.mayFind(person.login())
                        && !searcher.named(person.login(), Set.of(found)).isEmpty(),
                list.row(person.login(), found)
                        .map(row -> ListedCases.stage(row, access.mayRead("state", row.relations())))
                        .orElse(null));
    }

    /** Reveals one sealed value, and records the reading in the reveal log. */
    @PostMapping("/reveal")
    @Transactional
    public Map<String, String> reveal(@PathVariable String reference, @RequestBody Wanted wanted) {
        return details.reveal(found(reference), wanted.field(), person.login(), ON_THE_PAGE);
    }

    /** Reveals the telephone number of a shelter that is asked, and records the reading in the reveal log. */
    @PostMapping("/shelters/{code}/telephone")
    @Transactional
    public Map<String, String> telephone(@PathVariable String reference, @PathVariable String code) {
        return asked.telephone(found(reference), new ShelterCode(code), person.login());
    }

    private CaseReference found(String typed) {
        CaseReference reference = CaseReference.parse(typed).orElseThrow(() -> new Refusal("caseReference"));
        Refusal.unless(!access.relations(person.login(), reference).isEmpty(), "noSuchCase", reference);
        return reference;
    }
}
