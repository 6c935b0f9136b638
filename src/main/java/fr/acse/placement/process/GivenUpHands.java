package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.PlaceService;
import fr.acse.platform.cover.FourEyes;
import fr.acse.words.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whoever gave an address up does not say alone that a place is lost with it, and nobody keeps a place there. */
@Component
class GivenUpHands implements FourEyes {

    private static final Set<String> DECISIONS = Set.of("task_confirmLoss", "task_confirmTakenBack");

    private final PlaceService places;

    GivenUpHands(@Lazy PlaceService places) {
        this.places = places;
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return DECISIONS.contains(task.getTaskDefinitionKey())
                ? places.givenUpBy(caseOf(task)).map(Set::of).orElse(Set.of())
                : Set.of();
    }

    @Override
    public void done(DelegateTask task, Login by) {
        if (DECISIONS.contains(task.getTaskDefinitionKey())) {
            Refusal.unless("lost".equals(task.getVariable("loss")) || !places.isGivenUp(caseOf(task)), "keptGivenUp");
        }
    }

    private static CaseReference caseOf(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }
}
