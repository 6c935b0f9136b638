package fr.acse.payment;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.SepaText;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pays a shelter back that paid the allowance to the woman from its own cash. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class AdvanceService {

    /** Field of the account holder: first in the case file, after confirmation in the sealed file of the shelter's account. */
    static final String HOLDER = "sealed_payBackHolder";

    static final String IBAN = "sealed_payBackIban";

    /** Prefix of the references of the sealed files of shelter accounts. */
    private static final String PREFIX = "ACCT";

    private final Allowances allowances;
    private final PaymentOrders orders;
    private final ShelterAccounts accounts;
    private final CaseFileService files;
    private final Ledger ledger;
    private final Notices notices;
    private final Clock clock;

    /** @throws Refusal if the person also handed the allowance over to the woman */
    public void requireAnother(CaseReference reference, Login person) {
        Refusal.unless(!excluded(reference).contains(person), "secondPerson");
    }

    /**
     * Records that the shelter is not paid back, and corrects the ledger by a counter-booking.
     *
     * @param networks true if the allowance was paid with the network's money; false if the shelter wants no money back, or cannot be paid
     * @throws Refusal if the same person said so first or handed the allowance over, or if a payment order for the shelter exists
     */
    public void settle(CaseReference reference, boolean networks, Login said, Login confirmed) {
        requireAnother(reference, confirmed);
        Refusal.unless(!confirmed.equals(said), "secondPerson");
        Allowance allowance = advanced(reference);
        Refusal.unless(!isOrdered(allowance), "paidBackAlready");
        ledger.counter(Booking.ADVANCED, allowance.id(), confirmed);
        if (networks) {
            allowance.wasOfNetwork();
            ledger.book(Booking.HANDED_OVER, allowance.id(), allowance.amount(), confirmed);
        } else {
            allowance.waive();
        }
    }

    /** The person who handed the allowance over. This person cannot decide whether the shelter is paid back. */
    public Set<Login> excluded(CaseReference reference) {
        return Set.of(advanced(reference).handedOverBy());
    }

    /**
     * Reminds staff that a shelter is not paid back yet. The supervisors always get the notice. Finance gets a notice if the payment is
     * ordered, otherwise the coordination does. The notice to finance names no case, because finance must not learn in which shelter a
     * woman lives.
     */
    public void remind(CaseReference reference) {
        if (isOrdered(advanced(reference))) {
            notices.tell(Event.PAYMENT_WAITS, null, null, Audience.finance());
        } else {
            notices.tell(Event.ADVANCE_WAITS, reference, null, Audience.coordination());
        }
        notices.tell(Event.ADVANCE_WAITS, reference, null, Audience.supervisors());
    }

    private boolean isOrdered(Allowance allowance) {
        return orders.existsByAllowanceAndStateIn(allowance.id(), PaymentOrder.LIVE);
    }

    /** Code of the reason for which the bank last refused to pay the shelter back. */
    public Optional<String> bankReason(CaseReference reference) {
        return orders.findFirstByAllowanceAndBankReasonNotNullOrderByOrderedAtDesc(
                        advanced(reference).id())
                .map(PaymentOrder::bankReason);
    }

    /**
     * Makes a payment order to the shelter for the next payment run.
     *
     * @return false if no account of the shelter is known, or the bank has refused the known account
     */
    public boolean order(CaseReference reference, Login person) {
        Allowance advanced = advanced(reference);
        if (!isAccountKnown(advanced.advancedBy())) {
            return false;
        }
        PaymentOrder order = orders.save(new PaymentOrder(advanced, clock.instant()));
        ledger.book(order.booking(), order.id(), order.amount(), person);
        return true;
    }

    private boolean isAccountKnown(ShelterCode shelter) {
        accounts.lock(shelter.value());
        return accounts.findById(shelter).filter(ShelterAccount::isGood).isPresent();
    }

    /** @throws Refusal if the typed IBAN is wrong, or the typed name of the account holder has no letter that SEPA transfers allow */
    public void checkAccount(CaseReference reference) {
        DirectoryService.checkIban(typed(reference, IBAN));
        Refusal.unless(SepaText.isHolder(typed(reference, HOLDER)), "payeeSigns");
    }

    /** Makes the typed account the account of the shelter. @throws Refusal if the same person entered and confirmed the account */
    public void confirmAccount(CaseReference reference, Login entered, Login confirmed) {
        Refusal.unless(!confirmed.equals(entered), "secondPerson");
        checkAccount(reference);
        ShelterCode shelter = advanced(reference).advancedBy();
        accounts.lock(shelter.value());
        ShelterAccount account =
                accounts.findById(shelter).orElseGet(() -> new ShelterAccount(shelter, files.open(PREFIX, confirmed)));
        account.confirm(entered, confirmed, clock.instant());
        accounts.save(account);
        files.seal(account.file(), Map.of(HOLDER, typed(reference, HOLDER), IBAN, typed(reference, IBAN)), confirmed);
    }

    private String typed(CaseReference reference, String field) {
        return files.readForRule(reference, field).orElseThrow(() -> new Refusal("noAccount"));
    }

    private Allowance advanced(CaseReference reference) {
        return allowances.findByReference(reference).stream()
                .filter(each -> each.isOwedToShelter())
                .findFirst()
                .orElseThrow(() -> new Refusal("noAllowance", reference));
    }
}
