package fr.acse.console.assignment;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.Leaves;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The leaves of the user, and the deputy for each leave. */
@RestController
@RequestMapping("/camunda/api/acse/leaves")
@RequiredArgsConstructor
class LeaveEndpoint {

    record Colleague(Login value, String label) {}

    record Noted(UUID id, String deputy, LocalDate firstDay, LocalDate lastDay) {}

    /** @param person name of the person on leave */
    record StandIn(String person, LocalDate firstDay, LocalDate lastDay) {}

    /** @param standIns leaves of other people, with the user as deputy */
    record Shown(List<Noted> leaves, List<StandIn> standIns, List<Colleague> colleagues) {}

    /** @param firstDay first day of the leave; {@code firstDay} and {@code lastDay} are dates such as 2026-11-27 */
    record Wanted(String deputy, String firstDay, String lastDay) {}

    private final Leaves leaves;
    private final CurrentPerson person;
    private final People people;

    @GetMapping
    @Transactional(readOnly = true)
    public Shown show() {
        List<Login> colleagues = leaves.colleagues(person.login());
        return new Shown(
                leaves.of(person.login()).stream()
                        .map(leave ->
                                new Noted(leave.id(), people.nameOf(leave.deputy()), leave.firstDay(), leave.lastDay()))
                        .toList(),
                leaves.withDeputy(person.login()).stream()
                        .filter(leave -> colleagues.contains(leave.person()))
                        .map(leave -> new StandIn(people.nameOf(leave.person()), leave.firstDay(), leave.lastDay()))
                        .toList(),
                colleagues.stream()
                        .map(login -> new Colleague(login, people.nameOf(login)))
                        .toList());
    }

    @PostMapping
    public ResponseEntity<Void> note(@RequestBody Wanted wanted) {
        Refusal.unless(wanted.deputy() != null && !wanted.deputy().isBlank(), "leaveDeputy");
        leaves.note(
                person.login(),
                new Login(wanted.deputy()),
                day(wanted.firstDay(), "leaveFirstDay"),
                day(wanted.lastDay(), "leaveDay"));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}")
    public ResponseEntity<Void> cancel(@PathVariable UUID id) {
        leaves.cancel(id, person.login());
        return ResponseEntity.noContent().build();
    }

    private static LocalDate day(String value, String refusal) {
        try {
            return LocalDate.parse(value == null ? "" : value);
        } catch (DateTimeParseException e) {
            throw new Refusal(refusal);
        }
    }
}
