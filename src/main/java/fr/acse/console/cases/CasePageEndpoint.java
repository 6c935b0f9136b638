package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case as a page. Times are UTC. */
@RestController
@RequestMapping("/camunda/api/acse/cases/{reference}")
@RequiredArgsConstructor
class CasePageEndpoint {

    /**
     * @param mine her own steps, if she may not know how far the case is
     * @param starts what she may start for it
     * @param asked shelters with which she may telephone
     * @param warning why she must not arrive at the address; null if nothing is known against it
     */
    record CasePage(
            CaseFileAssembler.CaseFile file,
            List<CaseSteps.Step> mine,
            List<CaseStarts.Start> starts,
            List<AskedShelters.Asked> asked,
            String stage,
            List<Raised> alarms,
            String warning) {}

    /** @param waits whether nobody has taken it yet */
    record Raised(String what, Instant at, String by, boolean waits) {}

    record Wanted(String field) {}

    /** The place of a reading on the case page, for the reveal log. Every other reading has the id of its task. */
    private static final String ON_THE_PAGE = "case page";

    private final CasePages pages;
    private final CaseList list;
    private final AskedShelters asked;
    private final CaseDetails details;
    private final CaseAccess access;
    private final CurrentPerson person;

    /** @throws Refusal if there is no such case, or she has no part in it */
    @GetMapping
    @Transactional
    public CasePage show(@PathVariable String reference) {
        CaseReference found = found(reference);
        return pages.of(
                found,
                person.login(),
                list.row(person.login(), found)
                        .map(row -> CasesEndpoint.stage(row, access.mayRead("state", row.relations())))
                        .orElse(null));
    }

    /** Reveals one value, and records it. */
    @PostMapping("/reveal")
    @Transactional
    public Map<String, String> reveal(@PathVariable String reference, @RequestBody Wanted wanted) {
        return details.reveal(found(reference), wanted.field(), person.login(), ON_THE_PAGE);
    }

    /** Reveals the telephone number of a shelter that is asked, and records it. */
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
