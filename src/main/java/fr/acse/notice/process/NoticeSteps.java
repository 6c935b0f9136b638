package fr.acse.notice.process;

import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.notice.Notices;
import fr.acse.notice.Reminder;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of process models that sends reminders. */
@Configuration(proxyBeanMethods = false)
class NoticeSteps {

    /** Sends a notice by mail. The property {@code notice} of the task names the notice. */
    @Bean
    @ModelStep(
            name = "Send a reminder",
            does = "Sends the notice by mail. Each notice has its own recipients, which no model changes.",
            property = ModelProperty.NOTICE)
    JavaDelegate remindDelegate(Notices notices) {
        return execution -> {
            Reminder reminder = Reminder.valueOf(ModelProperty.of(execution, ModelProperty.NOTICE));
            Instant moment = reminder.about() == null
                    ? null
                    : Variable.moment(reminder.about()).find(execution);
            notices.tell(reminder.event(), caseOf(execution), moment, reminder.recipients());
        };
    }
}
