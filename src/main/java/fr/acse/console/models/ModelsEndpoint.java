package fr.acse.console.models;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.sets.ModelProposals;
import fr.acse.platform.sets.ModelProposals.Proposal;
import fr.acse.platform.sets.ModelSets;
import fr.acse.platform.sets.NumberedSet;
import fr.acse.words.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page <i>Models</i> in Cockpit: proposals that wait for a second person, decided proposals, and sets of models. */
@RestController
@RequestMapping("/camunda/api/acse/models")
record ModelsEndpoint(ModelProposals proposals, ModelSets sets, CurrentPerson person, People people) {

    /** @param deploys whether the user is an analyst, who deploys models and may have a token for the Modeler */
    record Page(Login me, boolean deploys, List<Proposal> proposals, List<NumberedSet> sets) {}

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @GetMapping
    public Page page() {
        Login me = person.login();
        // The sets are read first. If a set is deployed between the two reads, the page shows the older set, and a
        // release from that page
        // is refused.
        List<NumberedSet> all = sets.latest();
        return new Page(me, people.groupsOf(me).contains("analysts"), proposals.latest(), all);
    }

    @PostMapping("/{id}/release")
    public ResponseEntity<Void> release(@PathVariable UUID id, @RequestParam long seen) {
        proposals.release(id, seen, person.login());
        return ResponseEntity.noContent().build();
    }

    /** All files of a set as a ZIP archive, as a basis for changes. */
    @GetMapping(path = "/sets/{number}/files", produces = "application/zip")
    public ResponseEntity<byte[]> files(@PathVariable long number) throws IOException {
        Map<String, byte[]> files = sets.files(number);
        Refusal.unless(!files.isEmpty(), "notThere");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry =
                        new ZipEntry((file.getKey().endsWith(".form") ? "forms/" : "processes/") + file.getKey());
                // A fixed time makes the bytes of the archive the same for the same set.
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=models.zip")
                .body(zip.toByteArray());
    }

    /** Makes an earlier set current again. If a second person is required, the set waits as a proposal. */
    @PostMapping("/sets/{number}/again")
    public ResponseEntity<Void> again(@PathVariable long number) {
        sets.makeCurrentAgain(number);
        return ResponseEntity.noContent().build();
    }

    /** Refuses the proposal of another person, or withdraws the user's own proposal. */
    @PostMapping("/{id}/refuse")
    public ResponseEntity<Void> refuse(@PathVariable UUID id) {
        proposals.refuse(id, person.login());
        return ResponseEntity.noContent().build();
    }
}
