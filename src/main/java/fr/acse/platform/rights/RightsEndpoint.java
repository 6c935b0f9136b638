package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.words.Words;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint through which a second person grants or refuses requests for rights. */
@RestController
@RequestMapping("/camunda/api/acse/rights")
record RightsEndpoint(RightRequests rights, Staff staff, People people, Roles roles, CurrentPerson person) {

    /** @param mine whether the current user made the request or is its subject; another person must decide on it then */
    record Waiting(
            UUID id,
            Login login,
            String name,
            String address,
            String group,
            String label,
            boolean away,
            boolean closes,
            String askedBy,
            String askedAt,
            boolean mine,
            boolean asked,
            boolean told) {}

    /** @param roles display names of the network roles that the disabled person had */
    record Off(Login login, String name, List<String> roles, String by, String at) {}

    @GetMapping
    public List<Waiting> waiting() {
        Login me = person.login();
        // The user who grants a right must see the name of the person who gets it.
        NamesInAnswer.allow();
        return rights.open(me).stream()
                .map(right -> new Waiting(
                        right.id(),
                        right.login(),
                        people.nameOf(right.login()),
                        people.addressOf(right.login()).orElse(""),
                        right.group(),
                        label(right.group()),
                        right.away(),
                        right.away() && rights.isLast(right.login(), right.group()),
                        people.nameOf(right.askedBy()),
                        right.askedAt().toString(),
                        me.equals(right.askedBy()) || me.equals(right.login()),
                        me.equals(right.askedBy()),
                        right.grantedAt() != null))
                .toList();
    }

    private static String label(String group) {
        return group.startsWith(People.ORGANISATION)
                ? group.substring(People.ORGANISATION.length())
                : Words.of("role." + group);
    }

    /** Disabled people with a watching role whom a supervisor or an administrator can enable again. */
    @GetMapping("/disabled")
    public List<Off> disabled() {
        // A disabled person is in no group, so the name would be hidden. Disabled watchers had roles of the network, so
        // their names may be shown.
        NamesInAnswer.allow();
        Set<String> network = roles.with(Roles.Power.IN_NETWORK);
        return staff.disabledWatchers().stream()
                .map(off -> new Off(
                        off.login(),
                        people.nameOf(off.login()),
                        off.held().stream()
                                .filter(network::contains)
                                .sorted()
                                .map(RightsEndpoint::label)
                                .toList(),
                        people.nameOf(off.by()),
                        off.at().toString()))
                .toList();
    }

    @PostMapping("/disabled/{login}/undo")
    public ResponseEntity<Void> undo(@PathVariable String login) {
        staff.undo(new Login(login), person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/grant")
    public ResponseEntity<Void> grant(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean closes) {
        rights.grant(id, closes, person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/refuse")
    public ResponseEntity<Void> refuse(@PathVariable UUID id) {
        rights.refuse(id, person.login());
        return ResponseEntity.noContent().build();
    }
}
