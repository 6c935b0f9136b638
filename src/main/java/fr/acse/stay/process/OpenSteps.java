package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.form.FormData;
import fr.acse.stay.FollowUpService;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The choices of a form: steps that were planned at an earlier follow-up and are not done yet. */
@Component
record OpenSteps(FollowUpService followUps) implements FormData {

    record Option(String label, String value) {}

    @Override
    public Set<String> names() {
        return Set.of("openActions");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return followUps.open(reference).stream()
                .map(step -> new Option(step.words(), step.id().toString()))
                .toList();
    }
}
