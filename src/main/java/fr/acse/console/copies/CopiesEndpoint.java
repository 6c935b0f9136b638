package fr.acse.console.copies;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.herdata.DataRequestService;
import fr.acse.herdata.HerCopies;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The copy of a woman's data as a file. The coordination may download the copy while a request for it is open. The woman's association may
 * download it once a second reader has approved it. Each download is in the reveal log.
 */
@RestController
@RequestMapping("/camunda/api/acse")
@RequiredArgsConstructor
class CopiesEndpoint {

    private final HerCopies copies;
    private final DataRequestService requests;
    private final CaseAccess access;
    private final CurrentPerson person;

    @GetMapping("/copy-pdf/{reference}")
    @Transactional
    public ResponseEntity<byte[]> pdf(@PathVariable String reference) {
        return file(copies.pdf(allowed(reference), person.login()), MediaType.APPLICATION_PDF, "copy.pdf");
    }

    @GetMapping("/copy-json/{reference}")
    @Transactional
    public ResponseEntity<byte[]> json(@PathVariable String reference) {
        return file(copies.json(allowed(reference), person.login()), MediaType.APPLICATION_JSON, "copy.json");
    }

    private CaseReference allowed(String named) {
        CaseReference reference = new CaseReference(named);
        Login she = person.login();
        Set<Relation> relations = access.relations(she, reference);
        boolean prepares = relations.contains(Relation.COORDINATION) && requests.isCopyAsked(reference);
        boolean handsOver = relations.contains(Relation.OPERATOR) && requests.isCopyApproved(reference);
        Refusal.unless(prepares || handsOver, "noCopy");
        return reference;
    }

    /** Sends the copy as an attachment with {@code no-store}, so that the browser neither displays nor caches it. */
    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
