package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a second person, who may grant the right, decides what somebody asked for. */
@RestController
@RequestMapping("/camunda/api/acse/rights")
class RightsEndpoint {

    /** @param mine whether she asked for it herself, or it is for herself: then somebody else decides */
    record Waiting(
            UUID id,
            Login login,
            String name,
            String address,
            String group,
            String label,
            String askedBy,
            String askedAt,
            boolean mine,
            boolean told) {}

    private final RightRequests rights;
    private final People people;
    private final CurrentPerson person;

    RightsEndpoint(RightRequests rights, People people, CurrentPerson person) {
        this.rights = rights;
        this.people = people;
        this.person = person;
    }

    @GetMapping
    public List<Waiting> waiting() {
        Login me = person.login();
        return rights.open(me).stream()
                .map(right -> new Waiting(
                        right.id(),
                        right.login(),
                        people.nameOf(right.login()),
                        people.addressOf(right.login()).orElse(""),
                        right.group(),
                        label(right.group()),
                        people.nameOf(right.askedBy()),
                        right.askedAt().toString(),
                        me.equals(right.askedBy()) || me.equals(right.login()),
                        right.grantedAt() != null))
                .toList();
    }

    private static String label(String group) {
        return group.startsWith(People.ORGANISATION)
                ? group.substring(People.ORGANISATION.length())
                : Words.of("role." + group);
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
