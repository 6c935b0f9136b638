package fr.acse.payment.process;

import fr.acse.casefile.CaseTable;
import fr.acse.codes.CaseReference;
import fr.acse.payment.PaymentStandings;
import fr.acse.payment.PaymentStandings.Payment;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.words.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The state of each travel claim of a case, from its first form to the payment by the bank. */
@Component
@Order(20)
record ClaimsTable(TravelClaimService claims, PaymentStandings standings) implements CaseTable {

    private static final String NOTHING = "–";

    @Override
    public String name() {
        return "caseClaims";
    }

    @Override
    public List<String> columns() {
        return List.of("claim", "asked", "paid", "standing", "run");
    }

    @Override
    public List<List<String>> rows(CaseReference reference) {
        return claims.of(reference).stream().map(this::row).toList();
    }

    private List<String> row(TravelClaim claim) {
        Optional<Payment> payment = claim.isWithTheBank() ? standings.ofClaim(claim.id()) : Optional.empty();
        return List.of(
                String.valueOf(claim.number()),
                claim.lines().isEmpty() ? NOTHING : PaymentWords.euros(claim.asked()),
                claim.isFoundRight() ? PaymentWords.euros(claim.total()) : NOTHING,
                payment.map(PaymentWords::standing).orElseGet(() -> beforeTheBank(claim)),
                payment.map(PaymentWords::run).orElse(""));
    }

    private static String beforeTheBank(TravelClaim claim) {
        if (claim.hasExcessToDecide()) {
            return Words.of("claimStanding.excess");
        }
        return Words.of("claimStanding." + (claim.isGivenBack() ? "givenBack" : claim.state()));
    }
}
