package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.payment.Cents;
import fr.acse.payment.PaymentStandings;
import fr.acse.payment.RunFiles;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.placement.RequestService;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.access.Relation;
import fr.acse.referral.Household;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.residence.TrackService;
import fr.acse.transfer.Journey;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What helps to decide on a task, in a few words: who comes, where the danger is, what the journey was and cost. */
@Component
class TaskFacts {

    record Fact(String label, String value) {}

    private static final String CLAIM = "travel-claim";

    private final ReadingRules rules;
    private final ReferralService referrals;
    private final RequestService requests;
    private final TravelClaimService claims;
    private final PaymentStandings payments;
    private final RunFiles runFiles;
    private final JourneyService journeys;
    private final TrackService tracks;
    private final Labels labels;
    private final DateTimeFormatter times;

    TaskFacts(
            ReadingRules rules,
            ReferralService referrals,
            RequestService requests,
            TravelClaimService claims,
            PaymentStandings payments,
            RunFiles runFiles,
            JourneyService journeys,
            TrackService tracks,
            Labels labels,
            Days days) {
        this.rules = rules;
        this.referrals = referrals;
        this.requests = requests;
        this.claims = claims;
        this.payments = payments;
        this.runFiles = runFiles;
        this.journeys = journeys;
        this.tracks = tracks;
        this.labels = labels;
        this.times =
                DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(days.zone());
    }

    boolean isUrgent(CaseReference reference, Set<Relation> relations) {
        return rules.mayRead("household", relations) && requests.isUrgent(reference);
    }

    /**
     * @param process of the task
     * @param track permit track that it belongs to, or null
     * @param relations the parts of its reader in the case
     */
    List<Fact> of(CaseReference reference, String process, Integer track, Set<Relation> relations) {
        List<Fact> facts = new ArrayList<>();
        if (track != null && rules.mayRead("caseTracks", relations)) {
            facts.add(new Fact(
                    Words.of("column.route"),
                    Words.of("permitRoute." + tracks.get(track).route())));
        }
        Referral referral = referrals.find(reference).orElse(null);
        if (referral == null) {
            return facts;
        }
        if (process.equals(CLAIM)) {
            if (rules.mayRead("journey", relations)) {
                journeys.last(reference).ifPresent(journey -> facts.add(journey(journey)));
            }
            if (rules.mayRead("costs", relations)) {
                claims.findUnpaid(reference)
                        .filter(claim -> claim.total().value() > 0)
                        .ifPresent(claim -> facts.add(costs(claim)));
                claims.findUnpaid(reference)
                        .flatMap(claim -> payments.bankReason(claim.id()))
                        .ifPresent(reason ->
                                facts.add(new Fact(Words.of("heading.bankReason"), labels.of("bankReason", reason))));
            }
            return facts;
        }
        if (rules.mayRead("household", relations) && referral.household().language() != null) {
            facts.add(new Fact(Words.of("heading.household"), household(referral.household())));
        }
        if (rules.mayRead("danger", relations) && !referral.dangerDepartments().isEmpty()) {
            facts.add(new Fact(
                    Words.of("heading.danger"),
                    referral.dangerDepartments().stream()
                            .map(code -> labels.of("dangerDepartment", code))
                            .collect(Collectors.joining(", "))));
        }
        return facts;
    }

    /** Which payment of a run it is: a run has a task for each. */
    List<Fact> ofPayment(CaseReference run, Integer line, Set<Relation> relations) {
        if (line == null || !rules.mayRead("payees", relations)) {
            return List.of();
        }
        RunFiles.Payee payee = runFiles.payee(run, line);
        return List.of(new Fact(
                Words.of("heading.line", line), Words.of("heading.lineOf", payee.euros(), payee.organisation())));
    }

    private String household(Household household) {
        StringBuilder words = new StringBuilder(Words.of("heading.woman"));
        if (household.childrenCount() > 0) {
            words.append(Words.of("heading.children", household.childrenCount()))
                    .append(Words.of("heading.eldest", household.oldestChildAge()));
        }
        if (household.babyCount() > 0) {
            words.append(Words.of("heading.babies", household.babyCount()));
        }
        if (household.pregnant()) {
            words.append(Words.of("heading.pregnant"));
        }
        if (household.stepFree()) {
            words.append(Words.of("heading.stepFree"));
        }
        return words.append(Words.of("heading.speaks", labels.of("languageCode", household.language())))
                .toString();
    }

    private Fact journey(Journey journey) {
        return new Fact(
                Words.of("heading.journey"),
                Words.of(
                        "heading.travelled",
                        times.format(journey.departureAt()),
                        times.format(journey.arrivalExpectedAt())));
    }

    private static Fact costs(TravelClaim claim) {
        return new Fact(
                Words.of("heading.costs"),
                Words.of(
                        "heading.costsOf",
                        euros(claim.personCosts()),
                        euros(claim.escortCosts()),
                        euros(claim.total())));
    }

    private static String euros(Cents cents) {
        return cents.toEuros() + " €";
    }
}
