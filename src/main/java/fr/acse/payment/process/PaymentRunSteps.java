package fr.acse.payment.process;

import static fr.acse.payment.process.PayBackProcess.*;
import static fr.acse.payment.process.PaymentRunProcess.*;
import static fr.acse.payment.process.TravelClaimProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.PaymentRunService;
import fr.acse.payment.RunFiles;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code payment-run.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PaymentRunSteps {

    /** Puts all waiting payment orders into the payment run. */
    @Bean
    @ModelStep(
            name = "Collect the payment orders",
            does =
                    "Puts every waiting payment order into exactly one run. If banks do not work on the day, the run takes the next bank day (TARGET).",
            by = Relation.FINANCE,
            reads = "executionDate",
            writes = "executionDate lineCount totalEuros")
    JavaDelegate collectOrdersDelegate(PaymentRunService runs, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            LocalDate day = runs.bankDay(EXECUTION_DATE.get(execution));
            EXECUTION_DATE.set(execution, day);
            LINE_COUNT.set(execution, runs.start(reference, day, person.login()));
            TOTAL_EUROS.set(execution, runs.total(reference).toEuros());
        };
    }

    /** Writes the payment file for the bank and seals it. */
    @Bean
    @ModelStep(
            name = "Write the file",
            does =
                    "Writes the file for the bank. The ids are fixed for each run and order, so that the file has the same bytes if it is written again. It contains no unstructured addresses.")
    JavaDelegate writePaymentFileDelegate(RunFiles files, CurrentPerson person) {
        return execution -> files.write(caseOf(execution), person.login());
    }

    /** Records that a second person released the payment file, or stopped the run. */
    @Bean
    @ModelStep(
            name = "Record the release",
            does =
                    "Releases the file, or stops the run. Refused if the same person started the run, or if the file pays to an account that a shelter no longer has. The orders of a stopped run wait for the next run. Orders to an account that the bank has refused are made again.",
            by = Relation.FINANCE,
            reads = "release")
    JavaDelegate recordReleaseDelegate(PaymentRunService runs, PayBacks payBacks, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if ("released".equals(RELEASE.get(execution))) {
                runs.release(reference, person.login());
            } else {
                payBacks.tell(runs.stop(reference, person.login()), PAY_BACK_REFUSED);
            }
        };
    }

    /** Reads the number and the amount of one line of the run. */
    @Bean
    @ModelStep(
            name = "Read the line",
            does = "Reads the number and the amount of the line.",
            writes = "lineNumber lineEuros bankAnswer bankReason")
    JavaDelegate readLineDelegate(PaymentRunService runs) {
        return execution -> {
            int line = (Integer) execution.getVariable("loopCounter") + 1;
            LINE_NUMBER.setLocal(execution, line);
            LINE_EUROS.setLocal(
                    execution, runs.order(caseOf(execution), line).amount().toEuros());
            BANK_ANSWER.setLocal(execution, null);
            BANK_REASON.setLocal(execution, null);
        };
    }

    /** Sends the bank's answer to the process of the travel claim, or to the pay-back process of the shelter. */
    @Bean
    @ModelStep(
            name = "Settle the line",
            does = "Tells the travel claim, or the pay-back of a shelter, whether it was paid.",
            reads = "claimId bankAnswer lineNumber bankReason")
    JavaDelegate settleLineDelegate(
            PaymentRunService runs,
            PayBacks payBacks,
            CaseProcesses processes,
            CaseLock caseLock,
            CurrentPerson person) {
        return execution -> {
            boolean paid = "paid".equals(BANK_ANSWER.get(execution));
            PaymentRunService.Settled settled = runs.settle(
                    caseOf(execution), LINE_NUMBER.get(execution), paid, BANK_REASON.find(execution), person.login());
            if (settled.claim() == null) {
                payBacks.tell(settled.references(), paid ? PAID_BACK : PAY_BACK_REFUSED);
            } else {
                settled.references().forEach(caseLock::hold);
                processes.tell(CLAIM_ID, settled.claim().toString(), paid ? CLAIM_PAID : PAYMENT_REFUSED, Map.of());
            }
        };
    }
}
