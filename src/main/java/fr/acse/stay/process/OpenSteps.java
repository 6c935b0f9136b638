package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.form.FormData;
import fr.acse.stay.FollowUpService;
import fr.acse.stay.StayStep;
import fr.acse.words.Words;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was agreed at an earlier follow-up and is not done yet. */
@Component
class OpenSteps implements FormData {

    record Option(String label, String value) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final FollowUpService followUps;

    OpenSteps(FollowUpService followUps) {
        this.followUps = followUps;
    }

    @Override
    public Set<String> names() {
        return Set.of("openActions");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return followUps.open(reference).stream()
                .map(step -> new Option(label(step), step.id().toString()))
                .toList();
    }

    private static String label(StayStep step) {
        return Words.of(
                "step.label",
                Words.of("step." + step.kind()),
                Words.of("step.with." + step.withWhom()),
                step.dueOn().format(DAY));
    }
}
