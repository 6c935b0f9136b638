package fr.acse.console.rehearsal;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals on the page <i>Models</i>: of files that an analyst chooses, and of proposals that wait for a second person. */
@RestController
@RequestMapping("/camunda/api/acse/models")
class RehearsalEndpoint {

    /** @param files text of each file, by file name */
    record Files(Map<String, String> files) {}

    record Begun(UUID id) {}

    private final Rehearsals rehearsals;
    private final CurrentPerson person;

    RehearsalEndpoint(Rehearsals rehearsals, CurrentPerson person) {
        this.rehearsals = rehearsals;
        this.person = person;
    }

    @GetMapping("/rehearsals")
    public List<Rehearsals.Rehearsal> latest() {
        return rehearsals.latest();
    }

    @PostMapping("/rehearsals")
    public Begun tryOut(@RequestBody Files sent) {
        Refusal.unless(sent.files() != null && !sent.files().isEmpty(), "rehearsalWithoutFiles");
        return new Begun(rehearsals.tryOut(sent.files(), person.login()));
    }

    @PostMapping("/{id}/rehearsal")
    public Begun tryOut(@PathVariable UUID id) {
        return new Begun(rehearsals.tryOut(id, person.login()));
    }

    @GetMapping(path = "/rehearsals/{id}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    public String page(@PathVariable UUID id) {
        return rehearsals.page(id).orElseThrow(() -> new Refusal("notThere"));
    }
}
