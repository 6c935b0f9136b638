package fr.acse.payment.process;

import static fr.acse.payment.process.AllowanceProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.AllowanceService;
import fr.acse.placement.process.Separations;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.SameWomen;
import fr.acse.words.Refusal;
import java.util.List;
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
        reads = "sameWoman sameCases",
        writes = "allowanceGranted allowanceEuros hadBefore lastHand sameCases")
record RecordDoubleDelegate(
        AllowanceService allowances,
        LinkedAllowances linked,
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
                sameWomen.tellApart(reference, allowances.likelyDoubles(reference), person.login());
                allowances.grantToAnother(reference);
                GRANTED.set(execution, true);
                EUROS.set(execution, allowances.amountOf(reference).toEuros());
            }
            case "same" -> {
                List<CaseReference> doubles = allowances.likelyDoubles(reference);
                List<CaseReference> hers = chosen(execution, doubles);
                sameWomen.link(reference, hers, person.login());
                sameWomen.tellApart(
                        reference,
                        doubles.stream().filter(each -> !hers.contains(each)).toList(),
                        person.login());
                separations.begin(reference);
                linked.payHereInstead(execution, reference);
            }
            default -> {}
        }
    }

    /** The cases that the coordination chose. If there is only one, it needs no choice. */
    private List<CaseReference> chosen(DelegateExecution execution, List<CaseReference> doubles) {
        List<CaseReference> chosen = SAME_CASES.find(execution);
        SAME_CASES.set(execution, null);
        if (chosen == null || chosen.isEmpty()) {
            Refusal.unless(doubles.size() == 1, "chooseSameCases");
            return doubles;
        }
        Refusal.unless(doubles.containsAll(chosen), "comparedMeanwhile");
        sameWomen.refuseSplit(chosen, doubles);
        return chosen;
    }
}
