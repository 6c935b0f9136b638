package fr.acse.payment.process;

import static fr.acse.payment.process.AllowanceProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.AllowanceService;
import fr.acse.placement.process.Separations;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.SameWomen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the coordination's answer whether the women of two cases are the same woman. */
@Component
@ModelStep(
        name = "Record who she is",
        does =
                "The same woman: links the cases and what each must avoid. If she lives with somebody whom she must not meet, the coordination separates them. She gets the allowance here only if nobody has handed it over before. Another woman: she gets her own allowance. Unsure: a second person decides.",
        by = Relation.COORDINATION,
        reads = "sameWoman",
        writes = "allowanceGranted allowanceEuros lastHand")
record RecordDoubleDelegate(
        CaseProcesses processes,
        AllowanceService allowances,
        SameWomen sameWomen,
        Separations separations,
        CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        LAST_HAND.set(execution, person.login());
        switch (SAME_WOMAN.get(execution)) {
            case "other" -> {
                allowances.grantToAnother(reference);
                GRANTED.set(execution, true);
                EUROS.set(execution, allowances.amountOf(reference).toEuros());
            }
            case "same" -> {
                sameWomen.link(reference, allowances.likelyDoubles(reference), person.login());
                separations.begin(reference);
                payHereInstead(execution, reference);
            }
            default -> {}
        }
    }

    /** Cancels the woman's unpaid allowance in an earlier case and grants it in this case, so that her current shelter pays it. */
    private void payHereInstead(DelegateExecution execution, CaseReference reference) {
        for (CaseReference earlier : allowances.unpaidElsewhere(reference)) {
            if (processes.tell(earlier, PAID_ELSEWHERE)) {
                allowances.takeOver(earlier, reference);
                GRANTED.set(execution, true);
                EUROS.set(execution, allowances.amountOf(reference).toEuros());
                return;
            }
        }
    }
}
