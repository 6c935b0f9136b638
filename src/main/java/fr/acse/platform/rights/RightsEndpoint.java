package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an administrator or a supervisor grants what another administrator asked for. */
@RestController
@RequestMapping("/camunda/api/acse/rights")
class RightsEndpoint {

    /** @param mine whether she asked for it herself, or it is for herself: then somebody else decides */
    record Waiting(UUID id, Login login, String group, Login askedBy, String askedAt, boolean mine, boolean told) {}

    private final RightRequests rights;
    private final CurrentPerson person;

    RightsEndpoint(RightRequests rights, CurrentPerson person) {
        this.rights = rights;
        this.person = person;
    }

    @GetMapping
    public List<Waiting> waiting() {
        Login me = person.login();
        return rights.open().stream()
                .map(right -> new Waiting(
                        right.id(),
                        right.login(),
                        right.group(),
                        right.askedBy(),
                        right.askedAt().toString(),
                        me.equals(right.askedBy()) || me.equals(right.login()),
                        right.grantedAt() != null))
                .toList();
    }

    @PostMapping("/{id}/grant")
    public ResponseEntity<Void> grant(@PathVariable UUID id) {
        rights.grant(id, person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/refuse")
    public ResponseEntity<Void> refuse(@PathVariable UUID id) {
        rights.refuse(id, person.login());
        return ResponseEntity.noContent().build();
    }
}
