package fr.acse.payment;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.directory.DirectoryService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the payee of an order: an association for a claim, or a shelter for an allowance that it advanced. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Payees {

    private final TravelClaims claims;
    private final Allowances allowances;
    private final ShelterAccounts accounts;
    private final DirectoryService directory;
    private final CaseFileService files;

    /** The sealed file with a bank account, and the names of its two fields. */
    private record Account(CaseReference file, String holder, String iban) {}

    /** Code of the association or shelter that the order pays. */
    String code(PaymentOrder order) {
        return order.isToShelter()
                ? advanced(order).advancedBy().value()
                : claim(order).operator();
    }

    /** Code of the payee's account: registered by an association, named in a claim, or confirmed for a shelter. */
    String whichAccount(PaymentOrder order) {
        if (order.isToShelter()) {
            return "ofShelter";
        }
        return isNamedInClaim(order) ? "another" : "registered";
    }

    boolean isNamedInClaim(PaymentOrder order) {
        return !order.isToShelter() && !claim(order).ownAccount();
    }

    /** Name of the account holder. */
    String holder(PaymentOrder order) {
        Account account = account(order);
        return read(account.file(), account.holder());
    }

    /** The IBAN of the payee, without spaces and in capitals. */
    String iban(PaymentOrder order) {
        Account account = account(order);
        return read(account.file(), account.iban()).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** The text of the bank transfer that the payee reads beside the amount. */
    String remittance(PaymentOrder order) {
        return order.isToShelter()
                ? Words.of("payment.remittance.advance", advanced(order).number())
                : Words.of("payment.remittance", claim(order).number());
    }

    /** The case of a claim. For a shelter it is null, because finance must not learn in which shelter a woman lives. */
    CaseReference shownCase(PaymentOrder order) {
        return order.isToShelter() ? null : claim(order).reference();
    }

    CaseReference caseOf(PaymentOrder order) {
        return order.isToShelter() ? advanced(order).reference() : claim(order).reference();
    }

    /** The account to which a shelter is paid back. A lock prevents changes of the account until the transaction ends. */
    ShelterAccount lockedAccountOfShelter(PaymentOrder order) {
        accounts.lock(code(order));
        return accountOfShelter(order);
    }

    private ShelterAccount accountOfShelter(PaymentOrder order) {
        return accounts.findById(advanced(order).advancedBy()).orElseThrow(() -> new Refusal("noAccount"));
    }

    private TravelClaim claim(PaymentOrder order) {
        return claims.findById(order.claim()).orElseThrow();
    }

    private Allowance advanced(PaymentOrder order) {
        return allowances.findById(order.allowance()).orElseThrow();
    }

    private Account account(PaymentOrder order) {
        if (order.isToShelter()) {
            return new Account(accountOfShelter(order).file(), AdvanceService.HOLDER, AdvanceService.IBAN);
        }
        TravelClaim claim = claim(order);
        return claim.ownAccount()
                ? new Account(
                        directory.find(claim.operator()).orElseThrow().fileReference(),
                        "sealed_organisationName",
                        "sealed_organisationIban")
                : new Account(claim.reference(), "sealed_accountHolder", "sealed_iban");
    }

    private String read(CaseReference file, String field) {
        return files.readForRule(file, field).orElseThrow(() -> new Refusal("noAccount"));
    }
}
