package fr.acse.payment.process;

import static fr.acse.payment.process.TravelClaimProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.Cents;
import fr.acse.payment.ClaimLine;
import fr.acse.payment.ClaimRows;
import fr.acse.payment.CostKind;
import fr.acse.payment.TravelCeilings;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores the costs of the journey in whole cents, line by line. */
@Component
@ModelStep(
        name = "Record the claim",
        does =
                "Records the lines in whole cents. A line above its ceiling (travel-ceilings.dmn) needs a reason. An account that is not the registered one is checked (ISO 13616).",
        by = Relation.OPERATOR,
        reads = "payTo claimId")
record RecordClaimDelegate(
        TravelClaimService claims,
        TravelCeilings ceilings,
        ReferralService referrals,
        ClaimRows rows,
        CaseFileService files,
        CurrentPerson person)
        implements JavaDelegate {

    private static final List<String> OF_THE_LAST_CHECK =
            List.of("sealed_checkNote", "sealed_excessNote", "sealed_approvalNote");

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        boolean ownAccount = "organisationAccount".equals(PAY_TO.get(execution));
        UUID claim = UUID.fromString(CLAIM_ID.get(execution));
        claims.submit(claim, lines(reference, claim), ownAccount, person.login());
        // The notes of the last check are cleared after the association has read them. The next check and the next
        // approval write new
        // notes.
        files.clear(reference, OF_THE_LAST_CHECK, person.login());
    }

    private List<ClaimLine> lines(CaseReference reference, UUID claim) {
        TravelCeilings.Table table = ceilings.table();
        List<ClaimRows.Row> typed = rows.read(reference, ClaimRows.LINES);
        List<ClaimLine> before = claims.otherLines(reference, claim);
        int people = referrals.get(reference).household().places();
        List<ClaimLine> lines = new ArrayList<>();
        List<ClaimRows.Row> kept = new ArrayList<>();
        for (ClaimRows.Row row : typed) {
            ClaimLine line = line(row, table, before, people);
            lines.add(line);
            Refusal.unless(
                    !TravelClaim.isOverCeiling(lines, line) || row.overReason() != null,
                    "overCeiling",
                    lines.size(),
                    line.ceiling() == null ? "" : line.ceiling().toEuros());
            kept.add(row.with(line.ceiling() == null ? null : line.ceiling().toEuros()));
        }
        rows.keep(reference, ClaimRows.LINES, kept, person.login());
        rows.keep(reference, ClaimRows.CHECKS, kept, person.login());
        return lines;
    }

    /**
     * @param before lines of the other claims of the case
     * @param people number of people, the woman and her children; the ceiling is multiplied by it
     */
    private static ClaimLine line(ClaimRows.Row row, TravelCeilings.Table table, List<ClaimLine> before, int people) {
        LocalDate day = LocalDate.parse(row.spentOn());
        Cents ceiling = CostKind.of(row.costKind())
                .flatMap(kind -> table.ceiling(kind, row.traveller(), day))
                .map(each -> row.traveller().equals("person") ? each.times(people) : each)
                .orElse(null);
        ClaimLine line =
                new ClaimLine(row.costKind(), day, row.traveller(), Cents.ofEuros("Euros", row.euros()), ceiling);
        return line.afterOthers(before);
    }
}
