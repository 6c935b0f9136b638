package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.PaymentRunService;
import fr.acse.payment.RunFiles;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code payment-run.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PaymentRunSteps {

    /** Puts all waiting payment orders into the run. */
    @Bean
    @ModelStep(
            name = "Collect the payment orders",
            does =
                    "Takes every waiting payment order into exactly one run. Where banks do not work on the day, the next bank day (TARGET) is taken.",
            reads = "executionDate",
            writes = {"executionDate", "lineCount", "totalEuros"})
    JavaDelegate collectOrdersDelegate(PaymentRunService runs, CaseAccess access, CurrentPerson person) {
        return execution -> {
            access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            LocalDate day = runs.bankDay(PaymentRunProcess.EXECUTION_DATE.get(execution));
            PaymentRunProcess.EXECUTION_DATE.set(execution, day);
            PaymentRunProcess.LINE_COUNT.set(execution, runs.start(reference, day, person.login()));
            PaymentRunProcess.TOTAL_EUROS.set(execution, runs.total(reference).toEuros());
        };
    }

    /** Writes the file for the bank and seals it. */
    @Bean
    @ModelStep(
            name = "Write the file",
            does =
                    "Message and end-to-end ids are fixed per run and order, so the file has the same bytes if it is written again. It holds no unstructured addresses.")
    JavaDelegate writePaymentFileDelegate(RunFiles files, CurrentPerson person) {
        return execution -> files.write(ProcessContract.CASE_REFERENCE.get(execution), person.login());
    }

    /** A second person releases the file, or stops the run. */
    @Bean
    @ModelStep(
            name = "Record the release",
            does =
                    "Refused if the same person started the run, or the file pays to an account that a shelter has no more. A stopped run gives its orders back; what would go to an account that the bank has refused is ordered anew.",
            reads = "release")
    JavaDelegate recordReleaseDelegate(
            PaymentRunService runs, CaseAccess access, PayBacks payBacks, CurrentPerson person) {
        return execution -> {
            access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            if ("released".equals(PaymentRunProcess.RELEASE.get(execution))) {
                runs.release(reference, person.login());
            } else {
                payBacks.tell(runs.stop(reference, person.login()), PayBackProcess.PAY_BACK_REFUSED);
            }
        };
    }

    /** Number and amount of one line. */
    @Bean
    @ModelStep(
            name = "Read the line",
            does = "Reads the number and the amount of the line.",
            writes = {"lineNumber", "lineEuros", "bankAnswer", "bankReason"})
    JavaDelegate readLineDelegate(PaymentRunService runs) {
        return execution -> {
            int line = (Integer) execution.getVariable("loopCounter") + 1;
            PaymentRunProcess.LINE_NUMBER.setLocal(execution, line);
            PaymentRunProcess.LINE_EUROS.setLocal(
                    execution,
                    runs.order(ProcessContract.CASE_REFERENCE.get(execution), line)
                            .amount()
                            .toEuros());
            PaymentRunProcess.BANK_ANSWER.setLocal(execution, null);
            PaymentRunProcess.BANK_REASON.setLocal(execution, null);
        };
    }

    /** Tells the travel claim, or the shelter that is paid back, whether the bank paid. */
    @Bean
    @ModelStep(
            name = "Settle the line",
            does = "Tells the travel claim, or the pay-back of a shelter, whether it was paid.",
            reads = {"claimId", "bankAnswer", "lineNumber", "bankReason"})
    JavaDelegate settleLineDelegate(
            PaymentRunService runs,
            PayBacks payBacks,
            CaseProcesses processes,
            CaseLock caseLock,
            CurrentPerson person) {
        return execution -> {
            boolean paid = "paid".equals(PaymentRunProcess.BANK_ANSWER.get(execution));
            PaymentRunService.Settled settled = runs.settle(
                    ProcessContract.CASE_REFERENCE.get(execution),
                    PaymentRunProcess.LINE_NUMBER.get(execution),
                    paid,
                    PaymentRunProcess.BANK_REASON.find(execution),
                    person.login());
            if (settled.claim() == null) {
                payBacks.tell(settled.references(), paid ? PayBackProcess.PAID_BACK : PayBackProcess.PAY_BACK_REFUSED);
            } else {
                settled.references().forEach(caseLock::hold);
                processes.tell(
                        TravelClaimProcess.CLAIM_ID,
                        settled.claim().toString(),
                        paid ? TravelClaimProcess.CLAIM_PAID : TravelClaimProcess.PAYMENT_REFUSED,
                        Map.of());
            }
        };
    }
}
