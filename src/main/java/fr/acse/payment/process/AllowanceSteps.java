package fr.acse.payment.process;

import static fr.acse.payment.process.AllowanceProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Relation;
import fr.acse.payment.AllowanceService;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code allowance.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AllowanceSteps {

    /** Grants the allowance once per woman. If a woman of the same name and birth date had one, the coordination decides. */
    @Bean
    @ModelStep(
            name = "Grant the allowance",
            does =
                    "Grants the amount that is in force on that day, in whole cents. The database allows one allowance per person. If she has one in a linked case that nobody has handed over, she gets it here instead.",
            reads = "payAgain",
            writes = "allowanceGranted allowanceEuros askedAgain hadBefore")
    JavaDelegate grantAllowanceDelegate(
            AllowanceService allowances, LinkedAllowances linked, CaseFileService files, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if (PAY_AGAIN.find(execution) != null) {
                // The notes of the last payment are cleared. The reason for the new payment stays, because finance
                // reads it.
                files.clear(reference, List.of("sealed_allowanceNote", "sealed_receiptNumber"), person.login());
            }
            boolean granted = allowances.grant(reference);
            GRANTED.set(execution, granted);
            ASKED_AGAIN.set(execution, false);
            HAD_BEFORE.set(execution, false);
            if (granted) {
                EUROS.set(execution, allowances.amountOf(reference).toEuros());
            } else {
                linked.payHereInstead(execution, reference);
            }
        };
    }

    /** Records the person who approved or refused the allowance. */
    @Bean
    @ModelStep(
            name = "Record the approval",
            does = "Records who approved. The same person cannot hand the money over.",
            by = Relation.FINANCE,
            reads = "approval")
    JavaDelegate recordAllowanceApprovalDelegate(AllowanceService allowances, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if ("approved".equals(APPROVAL.get(execution))) {
                allowances.approve(reference, person.login());
            } else {
                allowances.refuse(reference, person.login());
            }
        };
    }

    /** Asks finance once more after finance refused the allowance. */
    @Bean
    @ModelStep(
            name = "Ask finance again",
            does = "Opens the allowance again for one more decision of finance.",
            writes = "askedAgain")
    JavaDelegate askFinanceAgainDelegate(AllowanceService allowances) {
        return execution -> {
            ASKED_AGAIN.set(execution, true);
            allowances.askAgain(caseOf(execution));
        };
    }

    /** Plans another day for handing over the money, for example because the woman is in hospital. The shelter names the day. */
    @Bean
    @ModelStep(
            name = "Plan the next try",
            does =
                    "Plans the next try within three months. The hand-over is recorded when she has the money, or says that she does not want it.",
            reads = "tryAgainOn",
            writes = "tryAgainAt")
    JavaDelegate planNextTryDelegate(Days days) {
        return execution -> {
            LocalDate day = TRY_AGAIN_ON.get(execution);
            LocalDate today = days.today();
            Refusal.unless(day.isAfter(today), "tryAgainPast", Words.day(day));
            Refusal.unless(!day.isAfter(today.plus(LATEST)), "tryAgainTooLate", Words.day(day), LATEST.getMonths());
            TRY_AGAIN_AT.set(execution, days.at(day, MORNING));
        };
    }

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Period LATEST = Period.ofMonths(3);

    /** Starts the allowance as a separate process instance, which continues after the case is closed. */
    @Bean
    @ModelStep(
            name = "Start the allowance",
            does =
                    "Starts the process allowance with the same case reference. The process goes on when the case closes. Nothing starts if she has an allowance already, for example after a move.",
            reads = "shelterGroup")
    JavaDelegate startAllowanceDelegate(BegunAllowances allowances) {
        return execution -> allowances.begin(caseOf(execution), SHELTER_GROUP.get(execution));
    }

    /** Starts the travel claim as a separate process instance, which continues after the case is closed. */
    @Bean
    @ModelStep(
            name = "Start the travel claim",
            does =
                    "Starts the process travel-claim with the same case reference. The process goes on when the case closes. Nothing starts if a claim is open already.",
            reads = "operatorGroup")
    JavaDelegate startTravelClaimDelegate(TravelClaimService claims, CaseProcesses processes) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if (claims.findUnpaid(reference).isEmpty()) {
                processes.begin(
                        reference,
                        TravelClaimProcess.BEGINS,
                        TravelClaimProcess.OPERATOR_GROUP.with(TravelClaimProcess.OPERATOR_GROUP.get(execution)));
            }
        };
    }
}
