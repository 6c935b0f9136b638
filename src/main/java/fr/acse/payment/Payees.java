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

/** Whom an order pays: an operator for a claim, or a shelter for an allowance that it advanced. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Payees {

    private final TravelClaims claims;
    private final Allowances allowances;
    private final ShelterAccounts accounts;
    private final DirectoryService directory;
    private final CaseFileService files;

    /** The file in which an account is sealed, and the names of its fields. */
    private record Account(CaseReference file, String holder, String iban) {}

    /** Code of the organisation or of the shelter. */
    String code(PaymentOrder order) {
        return order.isToShelter()
                ? advanced(order).advancedBy().value()
                : claim(order).operator();
    }

    /** Code of which account it is: the one that is registered, another one that a claim names, or one that a shelter has confirmed. */
    String whichAccount(PaymentOrder order) {
        if (order.isToShelter()) {
            return "ofShelter";
        }
        return isNamedInClaim(order) ? "another" : "registered";
    }

    boolean isNamedInClaim(PaymentOrder order) {
        return !order.isToShelter() && !claim(order).ownAccount();
    }

    /** Name of who holds the account. */
    String holder(PaymentOrder order) {
        Account account = account(order);
        return read(account.file(), account.holder());
    }

    /** Without spaces, in capitals. */
    String iban(PaymentOrder order) {
        Account account = account(order);
        return read(account.file(), account.iban()).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** The text that the payee reads beside the sum. */
    String remittance(PaymentOrder order) {
        return order.isToShelter()
                ? Words.of("payment.remittance.advance", advanced(order).number())
                : Words.of("payment.remittance", claim(order).number());
    }

    /** The case of a claim; null for a shelter, because finance must not learn at the shelter of which account a woman lives. */
    CaseReference shownCase(PaymentOrder order) {
        return order.isToShelter() ? null : claim(order).reference();
    }

    CaseReference caseOf(PaymentOrder order) {
        return order.isToShelter() ? advanced(order).reference() : claim(order).reference();
    }

    /** The account to which a shelter is paid back; nobody else changes it until the transaction ends. */
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
