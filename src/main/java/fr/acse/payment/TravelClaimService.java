package fr.acse.payment;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.SepaText;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Notices;
import fr.acse.referral.ReferralService;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, submits and finds travel claims. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class TravelClaimService {

    private final TravelClaims claims;
    private final ReferralService referrals;
    private final JourneyService journeys;
    private final CaseFileService files;
    private final Notices notices;
    private final Days days;

    /** People who cannot check or approve a claim: those who submitted it, checked it, or decided on the amount above a ceiling. */
    @Transactional(readOnly = true)
    public Set<Login> excluded(UUID claim) {
        return claims.findById(claim).map(TravelClaim::involved).orElse(Set.of());
    }

    /** True if a case has a claim in any state. */
    @Transactional(readOnly = true)
    public boolean knows(CaseReference reference) {
        return !claims.findByReference(reference).isEmpty();
    }

    /** The claim of a case that is not paid, rejected or cancelled, if there is one. */
    @Transactional(readOnly = true)
    public Optional<TravelClaim> findUnpaid(CaseReference reference) {
        return claims.findByReference(reference).stream()
                .filter(TravelClaim::isUnpaid)
                .findFirst();
    }

    /** The lines of the claim of a case that is not paid, rejected or cancelled. */
    @Transactional(readOnly = true)
    public List<ClaimLine> linesOfUnpaid(CaseReference reference) {
        return findUnpaid(reference).map(TravelClaim::lines).orElse(List.of());
    }

    /** All claims of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<TravelClaim> of(CaseReference reference) {
        return claims.findByReference(reference).stream()
                .sorted(Comparator.comparing(TravelClaim::number).reversed())
                .toList();
    }

    /** The claims of a case that are paid, rejected or cancelled, the latest first. */
    @Transactional(readOnly = true)
    public List<TravelClaim> settled(CaseReference reference) {
        return of(reference).stream().filter(each -> !each.isUnpaid()).toList();
    }

    /** The lines of the other claims of a case that are open or paid. Rejected and cancelled claims are left out. */
    @Transactional(readOnly = true)
    public List<ClaimLine> otherLines(CaseReference reference, UUID than) {
        return claims.findByReference(reference).stream()
                .filter(each -> !each.id().equals(than))
                .filter(each -> each.isUnpaid() || each.state() == TravelClaim.State.PAID)
                .flatMap(each -> each.lines().stream())
                .toList();
    }

    /** True if a journey was planned for the case and the case has no open claim. */
    @Transactional(readOnly = true)
    public boolean mayBeClaimed(CaseReference reference) {
        return journeys.isKnown(reference) && findUnpaid(reference).isEmpty();
    }

    /** @throws Refusal if no journey was planned, or the case already has an open claim */
    public void checkNewClaim(CaseReference reference) {
        Refusal.unless(journeys.isKnown(reference), "notTravelled", reference);
        Refusal.unless(findUnpaid(reference).isEmpty(), "claimOpen", reference);
    }

    public UUID open(CaseReference reference) {
        String operator = referrals.get(reference).operator();
        return claims.save(new TravelClaim(reference, operator, days.now())).id();
    }

    /**
     * @param ownAccount true if the claim is paid to the registered account of the association; false for the IBAN in the case file
     * @throws Refusal if the claim has no lines, an expense is in the future, or the IBAN or the holder of the other account is wrong
     */
    public void submit(UUID id, List<ClaimLine> lines, boolean ownAccount, Login person) {
        TravelClaim claim = get(id);
        LocalDate today = days.today();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).spentOn().isAfter(today)) {
                throw new Refusal("row", line + 1, new Refusal("journeyInFuture").getMessage());
            }
        }
        if (!ownAccount) {
            String iban = files.readForRule(claim.reference(), "sealed_iban").orElseThrow(() -> new Refusal("iban"));
            DirectoryService.checkIban(iban);
            String holder = files.readForRule(claim.reference(), "sealed_accountHolder")
                    .orElseThrow(() -> new Refusal("accountHolder"));
            Refusal.unless(SepaText.isHolder(holder), "payeeSigns");
        }
        claim.submit(lines, ownAccount, person);
    }

    public TravelClaim get(UUID id) {
        return claims.findById(id).orElseThrow();
    }
}
