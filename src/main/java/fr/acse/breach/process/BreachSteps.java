package fr.acse.breach.process;

import static fr.acse.breach.process.BreachProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.breach.BreachService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.process.Losses;
import fr.acse.referral.process.Relocations;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code breach.bpmn}. */
@Configuration(proxyBeanMethods = false)
class BreachSteps {

    /** Freezes the address: from this moment on, only the coordination can read it. */
    @Bean
    @ModelStep(
            name = "Freeze the address",
            does = "Stops everybody except the coordination from reading name, address and telephone of the shelter.",
            writes = "authorityDueAt authorityReminderAt")
    JavaDelegate freezeRevealsDelegate(BreachService breaches) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            breaches.open(reference);
            AUTHORITY_DUE_AT.set(execution, breaches.authorityDue(reference));
            AUTHORITY_REMINDER_AT.set(execution, breaches.authorityReminder(reference));
        };
    }

    /** Records that the authority was told, or need not be told. */
    @Bean
    @ModelStep(
            name = "Record the notification",
            does = "Records when the authority was told, or that it need not be told.",
            reads = "authorityNotified")
    JavaDelegate recordAuthorityDelegate(BreachService breaches) {
        return execution -> breaches.tellAuthority(caseOf(execution), AUTHORITY.get(execution));
    }

    /** Records the decision of the coordination on the address. */
    @Bean
    @ModelStep(
            name = "Record the decision on the address",
            does =
                    "Removes an address that is given up from the search at once. An address that is kept can be read again.",
            reads = "addressDecision",
            writes = "residentCount")
    JavaDelegate recordBreachDelegate(BreachService breaches, CurrentPerson person) {
        return execution -> RESIDENT_COUNT.set(
                execution, breaches.decide(caseOf(execution), ADDRESS_DECISION.get(execution), person.login()));
    }

    /** Starts a search for another shelter for each woman who lives at a retired address. */
    @Bean
    @ModelStep(
            name = "Move everybody",
            does =
                    "Starts a search for another shelter for everybody who lives there. They keep their places until they can go.")
    JavaDelegate moveResidentsDelegate(BreachService breaches, Relocations relocations) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            breaches.residentsOf(reference).forEach(resident -> {
                breaches.decideFor(reference, resident, "moves");
                relocations.ask(resident);
            });
        };
    }

    /** Reads the case reference of the woman for whom the coordination decides next. */
    @Bean
    @ModelStep(
            name = "Read who she is",
            does = "Reads the reference of the case that is decided next.",
            writes = "residentReference residentDecision")
    JavaDelegate readResidentDelegate(BreachService breaches) {
        return execution -> {
            int number = (Integer) execution.getVariable("loopCounter");
            RESIDENT.setLocal(execution, breaches.residentsOf(caseOf(execution)).get(number));
            RESIDENT_DECISION.setLocal(execution, null);
        };
    }

    /** Records whether a woman who lives at the address stays or moves. */
    @Bean
    @ModelStep(
            name = "Record her decision",
            does = "Records whether she stays or moves. A woman who moves keeps her place until she can go elsewhere.",
            reads = "residentReference residentDecision")
    JavaDelegate recordResidentDelegate(BreachService breaches, Relocations relocations) {
        return execution -> {
            CaseReference resident = RESIDENT.get(execution);
            String decision = RESIDENT_DECISION.get(execution);
            breaches.decideFor(caseOf(execution), resident, decision);
            if ("moves".equals(decision)) {
                relocations.ask(resident);
            }
        };
    }

    /** Asks the coordination to confirm that the place of each woman who is expected at a retired address is lost. */
    @Bean
    @ModelStep(
            name = "Give up the places that are held",
            does =
                    "Asks the coordination to confirm, for everybody who is awaited there, that the place is lost. A new search begins then. The planned journeys were called off before.")
    JavaDelegate loseAwaitedPlacesDelegate(BreachService breaches, Losses losses) {
        return execution -> breaches.awaitedAt(caseOf(execution)).forEach(losses::hear);
    }

    /** Starts the breach as a separate process instance, which continues after the end of the case that reported the breach. */
    @Bean
    @ModelStep(
            name = "Open the breach",
            does =
                    "Starts the process of the breach with the 72 hours of GDPR art. 33. The process goes on when the case closes.")
    JavaDelegate openBreachDelegate(CaseProcesses processes) {
        return execution -> processes.start(caseOf(execution), BreachProcess.ID);
    }
}
