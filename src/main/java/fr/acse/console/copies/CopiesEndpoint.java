package fr.acse.console.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.herdata.DataRequestService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The copy of her data: to the coordination while she asks for one, to her association once a second reader has approved it.
 * Each look at it is in the reveal log.
 */
@RestController
@RequestMapping("/camunda/api/acse/copies/{reference}")
class CopiesEndpoint {

    private final CopyMaker copies;
    private final DataRequestService requests;
    private final CaseAccess access;
    private final CurrentPerson person;
    private final ObjectMapper json;

    CopiesEndpoint(
            CopyMaker copies, DataRequestService requests, CaseAccess access, CurrentPerson person, ObjectMapper json) {
        this.copies = copies;
        this.requests = requests;
        this.access = access;
        this.person = person;
        this.json = json;
    }

    @GetMapping("/pdf")
    @Transactional
    public ResponseEntity<byte[]> pdf(@PathVariable String reference) {
        return file(CopyPdf.of(copy(reference)), MediaType.APPLICATION_PDF, "copy.pdf");
    }

    @GetMapping("/json")
    @Transactional
    public ResponseEntity<byte[]> json(@PathVariable String reference) throws JsonProcessingException {
        return file(
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copy(reference)),
                MediaType.APPLICATION_JSON,
                "copy.json");
    }

    private HerCopy copy(String named) {
        CaseReference reference = new CaseReference(named);
        Login she = person.login();
        Set<Relation> relations = access.relations(she, reference);
        boolean prepares = relations.contains(Relation.COORDINATION) && requests.isCopyAsked(reference);
        boolean handsOver = relations.contains(Relation.OPERATOR) && requests.isCopyApproved(reference);
        Refusal.unless(prepares || handsOver, "noCopy");
        return copies.of(reference, she);
    }

    /** As a file to keep, so that it stays in no browser's page. */
    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
