package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.PlaceService;
import fr.acse.platform.cover.FourEyes;
import fr.acse.words.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whoever said that a shelter takes its yes back, or gave its address up, does not decide that the place is lost; and nobody
 * accepts or keeps a place at an address that is given up.
 */
@Component
class LossHands implements FourEyes {

    private static final Set<String> DECISIONS = Set.of("task_confirmLoss", "task_confirmTakenBack");

    private static final String ACCEPTANCE = "task_readAnswer";

    private final PlaceService places;

    LossHands(@Lazy PlaceService places) {
        this.places = places;
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return DECISIONS.contains(task.getTaskDefinitionKey())
                ? Stream.concat(
                                Stream.ofNullable(AgreeArrivalProcess.LOSS_REPORTED_BY.find(task)),
                                places.givenUpBy(caseOf(task)).stream())
                        .collect(Collectors.toSet())
                : Set.of();
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
        if (ACCEPTANCE.equals(task.getTaskDefinitionKey()) && "accepted".equals(task.getVariable("placeDecision"))) {
            Refusal.unless(!places.isGivenUp(caseOf(task)), "addressRetired");
        }
    }

    private static CaseReference caseOf(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }
}
