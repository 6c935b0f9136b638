package fr.acse.retention.process;

import static fr.acse.retention.process.RetentionProcess.*;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.retention.RetentionService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code retention.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RetentionSteps {

    /** Announces the cases that will be erased soon. If there are any, the list of this night gets its own reference. */
    @Bean
    @ModelStep(
            name = "Find what will be erased",
            does = "Marks the cases that can be erased within thirty days, two calendar years after they were closed.",
            writes = "announcedCount")
    JavaDelegate announceErasureDelegate(RetentionService retention, CaseFileService files, CurrentPerson person) {
        return execution -> {
            int announced = retention.announce();
            ANNOUNCED.set(execution, announced);
            if (announced > 0) {
                CaseReference reference = files.open(LIST, person.login());
                execution.setProcessBusinessKey(reference.value());
                ProcessContract.CASE_REFERENCE.set(execution, reference);
            }
        };
    }

    /** Erases the cases that were announced 30 days ago or earlier and whose retention time is over. */
    @Bean
    @ModelStep(
            name = "Erase what is due",
            does =
                    "Destroys the key of each case that was announced thirty days before and closed two calendar years ago. Removes what the engine keeps of the case. Receipts and payment files are kept longer (acse.accounts.kept).",
            writes = "erasedCount")
    JavaDelegate eraseDueDelegate(RetentionService retention, CurrentPerson person) {
        return execution -> ERASED.set(execution, retention.eraseDue(person.login()));
    }

    private static final String LIST = "RETN";
}
