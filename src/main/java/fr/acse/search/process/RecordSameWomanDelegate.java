package fr.acse.search.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.search.process.SameWomanProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.placement.process.Separations;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.SameWomen;
import fr.acse.search.SimilarCases;
import fr.acse.words.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the coordination's answer which similar cases are of the same woman. */
@Component
@ModelStep(
        name = "Record who she is",
        does =
                "The same woman: links the chosen cases, so that each avoids the departments of the others. The listed cases that are not chosen are of other women, and are not asked about again. If she lives with somebody whom she must not meet, the coordination separates them.",
        by = Relation.COORDINATION,
        reads = "sameWoman sameCases",
        writes = "sameCases")
record RecordSameWomanDelegate(
        SimilarCases similar,
        SameWomen sameWomen,
        Separations separations,
        CaseProcesses processes,
        CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        List<CaseReference> asked = similar.asked(reference).stream()
                .map(SimilarCases.Similar::reference)
                .toList();
        List<CaseReference> hers = chosen(execution, asked);
        if (!hers.isEmpty()) {
            sameWomen.link(reference, hers, person.login());
            separations.begin(reference);
        }
        sameWomen.tellApart(
                reference, asked.stream().filter(each -> !hers.contains(each)).toList(), person.login());
        asked.forEach(this::endQuestion);
    }

    /** @throws Refusal if the answer is that she is the same woman, and no case is chosen, or one that is no longer asked about */
    private List<CaseReference> chosen(DelegateExecution execution, List<CaseReference> asked) {
        if (!"same".equals(SAME_WOMAN.get(execution))) {
            return List.of();
        }
        List<CaseReference> chosen = SAME_CASES.find(execution);
        SAME_CASES.set(execution, null);
        Refusal.unless(chosen != null && !chosen.isEmpty(), "chooseSameCases");
        Refusal.unless(asked.containsAll(chosen), "comparedMeanwhile");
        sameWomen.refuseSplit(chosen, asked);
        return chosen;
    }

    /** Ends the question about another case if nothing is left to compare it with. */
    private void endQuestion(CaseReference other) {
        if (processes.isOpen(other, QUESTION) && similar.asked(other).isEmpty()) {
            processes.tell(other, NOTHING_LEFT);
        }
    }
}
