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

/** The steps of model {@code retention.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RetentionSteps {

    /** Finds the cases that will be erased soon; when there are any, this night's list gets a reference of its own. */
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

    /** Erases the cases that were announced and have been kept long enough. */
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
