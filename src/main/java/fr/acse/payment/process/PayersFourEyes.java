package fr.acse.payment.process;

import static fr.acse.payment.process.PayBackProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.payment.AdvanceService;
import fr.acse.payment.AllowanceService;
import fr.acse.payment.PaymentRunService;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.assignment.FourEyes;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Excludes users from payment tasks, so that two different people handle each payment. */
@Component
record PayersFourEyes(
        PaymentRunService runs, TravelClaimService claims, AllowanceService allowances, AdvanceService advances)
        implements FourEyes {

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return switch (task.getTaskDefinitionKey()) {
            case "task_releaseRun" -> runs.excluded(reference(task));
            case "task_checkClaim", "task_allowExcess", "task_approveClaim" ->
                claims.excluded(UUID.fromString(TravelClaimProcess.CLAIM_ID.get(task)));
            case "task_confirmAdvance" -> advances.excluded(reference(task));
            case "task_confirmNotPaidBack" ->
                Stream.concat(advances.excluded(reference(task)).stream(), Stream.ofNullable(LAST_HAND.find(task)))
                        .collect(Collectors.toSet());
            case "task_handOverAllowance" -> allowances.excluded(reference(task));
            case "task_lookAgainAtDouble", "task_confirmAccount" ->
                Stream.ofNullable(LAST_HAND.find(task)).collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    private static CaseReference reference(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }
}
