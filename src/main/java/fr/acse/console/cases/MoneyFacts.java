package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Relation;
import fr.acse.payment.Cents;
import fr.acse.payment.PaymentStandings;
import fr.acse.payment.RunFiles;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.ReadingRules;
import fr.acse.transfer.Journey;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The journey and its cost, for the users who check, approve or pay a claim. */
@Component
record MoneyFacts(
        ReadingRules rules,
        TravelClaimService claims,
        PaymentStandings payments,
        RunFiles runFiles,
        JourneyService journeys,
        Labels labels,
        Days days) {

    List<TaskFacts.Fact> ofClaim(CaseReference reference, Set<Relation> relations) {
        List<TaskFacts.Fact> facts = new ArrayList<>();
        if (rules.mayRead("journey", relations)) {
            journeys.last(reference).ifPresent(journey -> facts.add(journey(journey)));
        }
        if (rules.mayRead("costs", relations)) {
            claims.findUnpaid(reference)
                    .filter(claim -> claim.total().value() > 0)
                    .ifPresent(claim -> facts.add(costs(claim)));
            claims.findUnpaid(reference)
                    .flatMap(claim -> payments.bankReason(claim.id()))
                    .ifPresent(reason -> facts.add(
                            new TaskFacts.Fact(Words.of("heading.bankReason"), labels.of("bankReason", reason))));
        }
        return facts;
    }

    /** The line number, amount and payee of one payment. A payment run has a task for each payment. */
    List<TaskFacts.Fact> ofPayment(CaseReference run, Integer line, Set<Relation> relations) {
        if (line == null || !rules.mayRead("payees", relations)) {
            return List.of();
        }
        RunFiles.Payee payee = runFiles.payee(run, line);
        return List.of(new TaskFacts.Fact(
                Words.of("heading.line", line),
                Words.of("heading.lineOf", Words.euros(payee.euros()), payee.organisation())));
    }

    private TaskFacts.Fact journey(Journey journey) {
        return new TaskFacts.Fact(
                Words.of("heading.journey"),
                Words.of(
                        "heading.travelled",
                        Words.moment(journey.departureAt(), days.zone()),
                        Words.moment(journey.arrivalExpectedAt(), days.zone())));
    }

    private static TaskFacts.Fact costs(TravelClaim claim) {
        return new TaskFacts.Fact(
                Words.of("heading.costs"),
                Words.of(
                        "heading.costsOf",
                        euros(claim.personCosts()),
                        euros(claim.escortCosts()),
                        euros(claim.total())));
    }

    private static String euros(Cents cents) {
        return Words.euros(cents.toEuros());
    }
}
