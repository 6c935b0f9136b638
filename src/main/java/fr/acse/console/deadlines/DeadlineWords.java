package fr.acse.console.deadlines;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.acse.console.cases.CaseSteps;
import fr.acse.deadline.DeadlineBoard.Row;
import fr.acse.deadline.DeadlineKinds;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The words for a deadline: its kind, its step in the model, and the role or organisation that must act. */
@Component
class DeadlineWords {

    /** The cached name of a step expires after this time, because a new version of a model may rename the step. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Step(String process, String activity) {}

    private final LoadingCache<Step, String> steps;

    DeadlineWords(CaseSteps steps) {
        this.steps = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .build(step -> steps.nameOf(step.process(), step.activity()));
    }

    String kind(String kind) {
        return Words.of("deadline." + kind);
    }

    String step(Row row) {
        return steps.get(new Step(row.process(), row.activity()));
    }

    /** The name of a role, or the code of an organisation. */
    String responsible(String responsible) {
        return responsible.startsWith(People.ORGANISATION)
                ? responsible.substring(People.ORGANISATION.length())
                : Words.of("who." + responsible);
    }

    /** The state of a deadline. The deadline of an alarm runs only while nobody has taken the alarm. */
    String standing(Row row) {
        return Words.of("standing."
                + (row.kind().equals(DeadlineKinds.ALARM)
                        ? "NOT_TAKEN"
                        : row.standing().name()));
    }
}
