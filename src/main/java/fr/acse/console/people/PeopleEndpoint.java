package fr.acse.console.people;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.platform.identity.People;
import fr.acse.platform.rights.Staff;
import fr.acse.platform.rights.StaffPower;
import fr.acse.words.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which managers, the coordination and administrators manage users. */
@RestController
@RequestMapping("/camunda/api/acse/people")
record PeopleEndpoint(Staff staff, StaffPower power, StaffList list, CurrentPerson person) {

    /** @param organisation group of an association or a shelter; null or blank for a person of the network itself */
    record Wanted(
            String organisation, List<String> roles, String login, String firstName, String lastName, String address) {}

    record Address(String address) {}

    record Role(String role, boolean given) {}

    @GetMapping
    public StaffList.Shown show() {
        // A user who manages people sees their names, even if the user is also a supervisor.
        NamesInAnswer.allow();
        return list.of(person.login());
    }

    @PostMapping
    public ResponseEntity<Void> invite(@RequestBody Wanted wanted) {
        Set<String> groups = new HashSet<>(wanted.roles() == null ? List.of() : wanted.roles());
        if (wanted.organisation() != null && !wanted.organisation().isBlank()) {
            Refusal.unless(wanted.organisation().startsWith(People.ORGANISATION), "notYourPeople");
            groups.retainAll(Set.of(Groups.MANAGERS));
            groups.add(wanted.organisation());
            groups.add(power.workRole(wanted.organisation()));
        }
        staff.invite(
                new Staff.Person(wanted.login(), wanted.firstName(), wanted.lastName(), wanted.address()),
                groups,
                person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{login}/again")
    public ResponseEntity<Void> again(@PathVariable String login, @RequestBody Address sent) {
        staff.again(new Login(login), sent.address(), person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{login}/disable")
    public ResponseEntity<Void> disable(@PathVariable String login) {
        staff.disable(new Login(login), person.login());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{login}/role")
    public ResponseEntity<Void> role(@PathVariable String login, @RequestBody Role sent) {
        Refusal.unless(sent.role() != null, "roleMissing");
        staff.role(new Login(login), sent.role(), sent.given(), person.login());
        return ResponseEntity.noContent().build();
    }
}
