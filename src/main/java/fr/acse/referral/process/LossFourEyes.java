package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.PlaceService;
import fr.acse.platform.assignment.FourEyes;
import fr.acse.words.Refusal;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The person who reported a withdrawn acceptance, or gave up the address, must not decide on the loss of the place. While the address is
 * given up, nobody can accept, refuse or keep a place there.
 */
@Component
record LossFourEyes(PlaceService places) implements FourEyes {

    private static final Set<String> DECISIONS = Set.of("task_confirmLoss", "task_confirmTakenBack");

    private static final Set<String> HER_ANSWER = Set.of("task_readAnswer", "task_confirmRefusal");

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        if (!DECISIONS.contains(task.getTaskDefinitionKey())) {
            return Set.of();
        }
        // If the address is given up, only the person who gave it up is excluded. The reporter of the loss is not
        // excluded.
        return places.givenUpBy(caseOf(task))
                .or(() -> Optional.ofNullable(AgreeArrivalProcess.LOSS_REPORTED_BY.find(task)))
                .map(Set::of)
                .orElse(Set.of());
    }

    @Override
    public String refusal() {
        return "lossBySecondPerson";
    }

    @Override
    public void done(DelegateTask task, Login by) {
        if (DECISIONS.contains(task.getTaskDefinitionKey())) {
            Refusal.unless("lost".equals(task.getVariable("loss")) || !places.isGivenUp(caseOf(task)), "keptGivenUp");
        }
        if (HER_ANSWER.contains(task.getTaskDefinitionKey())) {
            Refusal.unless(!places.isGivenUp(caseOf(task)), "addressRetired");
        }
    }

    private static CaseReference caseOf(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }
}
