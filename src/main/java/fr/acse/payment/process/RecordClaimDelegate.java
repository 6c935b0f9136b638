package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.Cents;
import fr.acse.payment.ClaimLine;
import fr.acse.payment.CostKind;
import fr.acse.payment.TravelCeilings;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the journey cost, line by line, in whole cents. */
@Component
@ModelStep(
        name = "Record the claim",
        does =
                "Amounts become whole cents. A line above its ceiling (travel-ceilings.dmn) needs a reason. An account other than the operator's registered one is checked (ISO 13616).")
@Reads({"payTo", "claimId", "personCosts", "escortCosts", "travelledOn"})
class RecordClaimDelegate implements JavaDelegate {

    private final TravelClaimService claims;
    private final TravelCeilings ceilings;
    private final ClaimRows rows;
    private final CaseAccess access;
    private final CurrentPerson person;

    RecordClaimDelegate(
            TravelClaimService claims,
            TravelCeilings ceilings,
            ClaimRows rows,
            CaseAccess access,
            CurrentPerson person) {
        this.claims = claims;
        this.ceilings = ceilings;
        this.rows = rows;
        this.access = access;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(person.login(), reference, Relation.OPERATOR);
        boolean ownAccount = "organisationAccount".equals(TravelClaimProcess.PAY_TO.get(execution));
        List<ClaimLine> lines = TravelClaimProcess.PERSON_COSTS.find(execution) == null
                ? lines(reference)
                : linesOfEarlierModel(execution);
        claims.submit(UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution)), lines, ownAccount, person.login());
    }

    private List<ClaimLine> lines(CaseReference reference) {
        TravelCeilings.Table table = ceilings.table();
        List<ClaimRows.Row> typed = rows.read(reference, ClaimRows.LINES);
        List<ClaimLine> lines = new ArrayList<>();
        List<ClaimRows.Row> kept = new ArrayList<>();
        for (ClaimRows.Row row : typed) {
            ClaimLine line = line(row, table);
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

    private static ClaimLine line(ClaimRows.Row row, TravelCeilings.Table table) {
        LocalDate day = LocalDate.parse(row.spentOn());
        Cents ceiling = CostKind.of(row.costKind())
                .flatMap(kind -> table.ceiling(kind, row.traveller(), day))
                .orElse(null);
        return new ClaimLine(row.costKind(), day, row.traveller(), Cents.ofEuros("Euros", row.euros()), ceiling);
    }

    /** Two sums without lines, for which there was no ceiling. */
    private static List<ClaimLine> linesOfEarlierModel(DelegateExecution execution) {
        LocalDate day = LocalDate.parse(TravelClaimProcess.TRAVELLED_ON.get(execution));
        Cents person = Cents.ofEuros("Costs of the person", TravelClaimProcess.PERSON_COSTS.get(execution));
        Cents escort = Cents.ofEuros("Costs of the escort", TravelClaimProcess.ESCORT_COSTS.get(execution));
        return Stream.of(
                        new ClaimLine(CostKind.OTHER.code(), day, "person", person, null),
                        new ClaimLine(CostKind.OTHER.code(), day, "escort", escort, null))
                .filter(line -> line.cents().value() > 0)
                .toList();
    }
}
