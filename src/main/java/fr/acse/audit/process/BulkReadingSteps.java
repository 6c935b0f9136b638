package fr.acse.audit.process;

import static fr.acse.audit.process.BulkReadingProcess.*;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.ReadingGuard;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code bulk-reading.bpmn}. */
@Configuration(proxyBeanMethods = false)
class BulkReadingSteps {

    /** Carries out a supervisor's decision whether a person may read again. */
    @Bean
    @ModelStep(
            name = "Record the decision on reading",
            does = "Allows the person to read again, or keeps her stopped. Writes the decision into the audit log.",
            by = Relation.SUPERVISOR,
            reads = "readingDecision readerLogin")
    JavaDelegate decideOnReadingDelegate(ReadingGuard guard, AuditLog audit, CurrentPerson person) {
        return execution -> {
            if ("freed".equals(DECISION.get(execution))) {
                Login reader = READER.get(execution);
                guard.free(reader, person.login());
                audit.add(Act.READING_FREED, person.login(), reader.value());
            }
        };
    }
}
