package fr.acse.payment.process;

import static fr.acse.payment.process.PayBackProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.AdvanceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code pay-back.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PayBackSteps {

    /** Records the person of the coordination who says whether the shelter is paid back. */
    @Bean
    @ModelStep(
            name = "Record whose cash it was",
            does =
                    "Records whether the shelter or the network paid. Refused if the same person handed the money over. Nothing is booked yet.",
            by = Relation.COORDINATION,
            writes = "lastHand")
    JavaDelegate recordAdvanceDelegate(AdvanceService advances, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            advances.requireAnother(reference, person.login());
            LAST_HAND.set(execution, person.login());
        };
    }

    /** Records the confirmation of a second person that the shelter gets no money back. */
    @Bean
    @ModelStep(
            name = "Record that nothing is paid back",
            does =
                    "Corrects the ledger by a counter-booking if the network had sent the money, or the shelter wants nothing back. Refused if the same person said so first, or handed the money over.",
            by = Relation.COORDINATION,
            reads = "notPaidBack advanceIs lastHand")
    JavaDelegate recordNotPaidBackDelegate(AdvanceService advances, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if ("yes".equals(NOT_PAID_BACK.get(execution))) {
                advances.settle(
                        reference,
                        "networkMoney".equals(ADVANCE_IS.get(execution)),
                        LAST_HAND.get(execution),
                        person.login());
            }
        };
    }

    /** Orders the payment to the shelter that advanced the allowance. */
    @Bean
    @ModelStep(
            name = "Order the pay-back",
            does =
                    "Makes a payment order for the next payment run. Two people of the coordination must have confirmed the shelter's account, and the bank must not have refused it since.",
            writes = "payBackOrdered payBackRefusedBecause")
    JavaDelegate orderPayBackDelegate(AdvanceService advances, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            boolean ordered = advances.order(reference, person.login());
            ORDERED.set(execution, ordered);
            if (ordered) {
                REFUSED_BECAUSE.set(execution, null);
            }
        };
    }

    /** Checks the format of the entered account before a second person confirms it. */
    @Bean
    @ModelStep(
            name = "Check the account",
            does =
                    "Refused if the number is no IBAN (ISO 13616), or the holder's name has no letter that SEPA transfers allow.",
            by = Relation.COORDINATION,
            writes = "lastHand")
    JavaDelegate checkAccountDelegate(AdvanceService advances, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            advances.checkAccount(reference);
            LAST_HAND.set(execution, person.login());
        };
    }

    /** Makes the entered account the account of the shelter after a second person has called the shelter. */
    @Bean
    @ModelStep(
            name = "Record the account",
            does =
                    "Keeps a confirmed account for the shelter, in a sealed file apart from its address. Refused if the same person entered it.",
            by = Relation.COORDINATION,
            reads = "accountConfirmed lastHand")
    JavaDelegate confirmAccountDelegate(AdvanceService advances, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if ("yes".equals(CONFIRMED.get(execution))) {
                advances.confirmAccount(reference, LAST_HAND.get(execution), person.login());
            }
        };
    }

    /** Reads the reason for which the bank did not pay the shelter back. */
    @Bean
    @ModelStep(
            name = "Read why",
            does = "Reads why the bank refused. The person who enters the account again needs it.",
            writes = "payBackRefusedBecause")
    JavaDelegate readRefusalDelegate(AdvanceService advances) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            REFUSED_BECAUSE.set(execution, advances.bankReason(reference).orElseThrow());
        };
    }

    /** Reminds staff of a shelter that waits for the money that it advanced. */
    @Bean
    @ModelStep(
            name = "Remind of the shelter",
            does =
                    "Tells the coordination and the supervisors that a shelter is not paid back yet. If the payment is ordered, tells finance instead of the coordination. Finance does not learn who lives there.")
    JavaDelegate remindOfAdvanceDelegate(AdvanceService advances) {
        return execution -> advances.remind(caseOf(execution));
    }
}
