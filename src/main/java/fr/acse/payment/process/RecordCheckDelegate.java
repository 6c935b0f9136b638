package fr.acse.payment.process;

import static fr.acse.payment.process.TravelClaimProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.ClaimDecisions;
import fr.acse.payment.ClaimRows;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the finding of a second person for each line of the claim. */
@Component
@ModelStep(
        name = "Record the check",
        does =
                "Records what was found for each line. The association sees it. Refused if the same person submitted the claim, or if the result contradicts the lines.",
        by = Relation.COORDINATION,
        reads = "claimCheck claimId",
        writes = "overCeiling")
record RecordCheckDelegate(TravelClaimService claims, ClaimDecisions decisions, ClaimRows rows, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        UUID claim = UUID.fromString(CLAIM_ID.get(execution));
        ClaimDecisions.Check result =
                switch (CHECK.get(execution)) {
                    case "correct" -> ClaimDecisions.Check.CORRECT;
                    case "acceptedOnly" -> ClaimDecisions.Check.ACCEPTED_ONLY;
                    case "toCorrect" -> ClaimDecisions.Check.TO_CORRECT;
                    default -> ClaimDecisions.Check.REJECTED;
                };
        decisions.note(claim, found(reference), result);
        decisions.check(claim, result, person.login());
        OVER_CEILING.set(execution, claims.get(claim).isOverCeiling());
    }

    private List<String> found(CaseReference reference) {
        List<ClaimRows.Row> lines = rows.read(reference, ClaimRows.LINES);
        List<String> findings = rows.read(reference, ClaimRows.CHECKS).stream()
                .map(ClaimRows.Row::finding)
                .toList();
        Refusal.unless(findings.size() == lines.size(), "linesDiffer", lines.size());
        rows.keep(
                reference,
                ClaimRows.LINES,
                IntStream.range(0, lines.size())
                        .mapToObj(line -> lines.get(line).found(findings.get(line)))
                        .toList(),
                person.login());
        return findings;
    }
}
