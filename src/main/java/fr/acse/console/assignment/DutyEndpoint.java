package fr.acse.console.assignment;

import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.notice.DutyRoster;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The duty roster of the user's own role. */
@RestController
@RequestMapping("/camunda/api/acse/duties")
record DutyEndpoint(DutyRoster roster, CurrentPerson person, People people, Days days) {

    record Colleague(Login value, String label) {}

    record Noted(UUID id, String person, String pageTo, Instant beginsAt, Instant endsAt) {}

    record Shown(List<Noted> duties, List<Colleague> colleagues) {}

    /** @param beginsAt beginning of the duty; {@code beginsAt} and {@code endsAt} are times in France, such as 2026-11-27T22:00 */
    record Wanted(String person, String pageTo, String beginsAt, String endsAt) {}

    @GetMapping
    public Shown show() {
        String role = role();
        return new Shown(
                roster.of(role).stream()
                        .map(duty -> new Noted(
                                duty.id(), people.nameOf(duty.person()), duty.pageTo(), duty.beginsAt(), duty.endsAt()))
                        .toList(),
                people.membersOf(role).stream()
                        .sorted()
                        .map(login -> new Colleague(login, people.nameOf(login)))
                        .toList());
    }

    @PostMapping
    public ResponseEntity<Void> note(@RequestBody Wanted wanted) {
        Refusal.unless(wanted.person() != null && !wanted.person().isBlank(), "dutyPerson");
        roster.note(
                role(),
                new Login(wanted.person()),
                wanted.pageTo(),
                moment(wanted.beginsAt()),
                moment(wanted.endsAt()),
                person.login());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<Void> cancel(@PathVariable UUID id) {
        roster.cancel(id, role(), person.login());
        return ResponseEntity.noContent().build();
    }

    private String role() {
        Set<String> groups = people.groupsOf(person.login());
        return DutyRoster.ROLES.stream()
                .filter(groups::contains)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Refusal("door"));
    }

    private Instant moment(String local) {
        try {
            return LocalDateTime.parse(local == null ? "" : local)
                    .atZone(days.zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal("dutyTimes");
        }
    }
}
