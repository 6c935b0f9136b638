package fr.acse.console.assignment;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.Assignments;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the holder of a task and the ways to give the task to another person. */
@RestController
@RequestMapping("/camunda/api/acse/tasks/{task}/cover")
@RequiredArgsConstructor
class AssignmentEndpoint {

    record Option(String value, String label) {}

    /**
     * @param hers whether the user can do the task
     * @param holder name of the person who has the task, a general word if that name is hidden, or null if nobody has the task
     * @param forGood whether the user, who has the task, could not take it again after she gives it back
     * @param excluded why an earlier step excludes the user from the task, or null
     * @param askedAt when a supervisor last asked for the task, or null; only for supervisors
     */
    record Shown(
            String holder,
            boolean mine,
            boolean hers,
            boolean forGood,
            String excluded,
            Set<Assignments.Way> ways,
            List<Option> people,
            List<Option> reasons,
            Instant askedAt) {}

    /** @param seen holder that the page showed; empty for nobody, null if the request comes from no page */
    record HandOver(String way, String to, String reason, String seen) {}

    private final Assignments cover;
    private final CurrentPerson person;
    private final People people;

    @GetMapping
    @Transactional
    public Shown show(@PathVariable String task) {
        Assignments.Choices choices = cover.choices(task, person.login());
        NamesInAnswer.allow();
        return new Shown(
                holder(choices),
                person.login().equals(choices.holder()),
                choices.isHers(),
                choices.isForGood(),
                choices.excluded() == null ? null : Words.of("refusal." + choices.excluded()),
                choices.ways(),
                choices.people().stream()
                        .map(login -> new Option(login.value(), people.nameOf(login)))
                        .toList(),
                Assignments.REASONS.stream()
                        .map(reason -> new Option(reason, Words.of("cover.reason." + reason)))
                        .toList(),
                choices.askedAt());
    }

    private String holder(Assignments.Choices choices) {
        if (choices.isHidden()) {
            return Words.of("who.hidden");
        }
        return choices.holder() == null ? null : people.nameOf(choices.holder());
    }

    @PostMapping
    public ResponseEntity<Void> hand(@PathVariable String task, @RequestBody HandOver wanted) {
        Assignments.Way way = Arrays.stream(Assignments.Way.values())
                .filter(each -> each.name().equals(wanted.way()))
                .findFirst()
                .orElseThrow(() -> new Refusal("filter", "way"));
        Login to = wanted.to() == null || wanted.to().isBlank() ? null : new Login(wanted.to());
        String holder = holder(cover.choices(task, person.login()));
        Refusal.unless(wanted.seen() == null || wanted.seen().equals(holder == null ? "" : holder), "coverNotNow");
        cover.hand(task, way, to, wanted.reason(), person.login());
        return ResponseEntity.noContent().build();
    }
}
