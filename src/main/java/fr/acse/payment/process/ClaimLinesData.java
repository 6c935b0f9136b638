package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.payment.ClaimLine;
import fr.acse.payment.CostKind;
import fr.acse.payment.TravelCeilings;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.form.FormData;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Data for the forms: lines of the open claim, lines of earlier claims of the case, and today's ceiling of each kind of cost. */
@Component
record ClaimLinesData(TravelClaimService claims, TravelCeilings ceilings, Days days) implements FormData {

    /** @param granted the amount that is paid for the line */
    record Line(
            String kind, String traveller, String day, String euros, String ceiling, String finding, String granted) {}

    /** @param outcome final state of the claim of the line */
    record Earlier(
            String claim, String kind, String traveller, String day, String euros, String granted, String outcome) {}

    record Ceiling(String kind, String person, String escort) {}

    private static final String EARLIER = "earlierClaims";

    @Override
    public Set<String> names() {
        return Set.of("claimLines", EARLIER, "travelCeilings");
    }

    @Override
    public List<?> rows(String name, CaseReference reference) {
        return switch (name) {
            case "claimLines" ->
                claims.linesOfUnpaid(reference).stream()
                        .map(ClaimLinesData::shown)
                        .toList();
            case EARLIER ->
                claims.settled(reference).stream()
                        .flatMap(claim -> claim.lines().stream().map(line -> earlier(claim, line)))
                        .toList();
            default -> today();
        };
    }

    private static Earlier earlier(TravelClaim claim, ClaimLine line) {
        boolean isPaid = claim.state() == TravelClaim.State.PAID;
        return new Earlier(
                String.valueOf(claim.number()),
                Words.of("costKind." + line.kind()),
                Words.of("traveller." + line.traveller()),
                Words.day(line.spentOn()),
                line.cents().toEuros(),
                isPaid ? line.granted().toEuros() : "–",
                Words.of("claimState." + claim.state()));
    }

    private List<Ceiling> today() {
        LocalDate today = days.today();
        TravelCeilings.Table table = ceilings.table();
        return Arrays.stream(CostKind.values())
                .map(kind -> new Ceiling(
                        Words.of("costKind." + kind.code()),
                        table.ceiling(kind, "person", today)
                                .map(each -> each.toEuros())
                                .orElse("–"),
                        table.ceiling(kind, "escort", today)
                                .map(each -> each.toEuros())
                                .orElse("–")))
                .toList();
    }

    private static Line shown(ClaimLine line) {
        return new Line(
                Words.of("costKind." + line.kind()),
                Words.of("traveller." + line.traveller()),
                Words.day(line.spentOn()),
                line.cents().toEuros(),
                line.ceiling() == null ? "–" : line.ceiling().toEuros(),
                line.finding() == null ? "" : Words.of("finding." + line.finding()),
                line.granted().toEuros());
    }
}
