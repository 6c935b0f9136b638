package fr.acse.residence.process;

import static fr.acse.residence.process.TitleProcess.*;

import fr.acse.platform.model.ModelStep;
import fr.acse.residence.TitleService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code title.bpmn}. */
@Configuration(proxyBeanMethods = false)
class TitleSteps {

    /** Sets the time of the next reminder of the last day of a title. */
    @Bean
    @ModelStep(
            name = "Set the next reminder",
            does = "Sets the next reminder: two months, one month and one week before the last day, then every day.",
            reads = "titleId",
            writes = "remindAt")
    JavaDelegate nextReminderDelegate(TitleService titles) {
        return execution -> REMIND_AT.set(execution, titles.nextReminder(TITLE.get(execution)));
    }

    /** Reminds the follower that the last day of a title is near or over. */
    @Bean
    @ModelStep(
            name = "Remind of the last day",
            does =
                    "Tells the follower of the track. When the last day is over, tells the coordination and the supervisors, too.",
            reads = "titleId",
            writes = "titleOver titleCovered")
    JavaDelegate remindOfTitleDelegate(TitleService titles) {
        return execution -> {
            int title = TITLE.get(execution);
            boolean covered = titles.isCovered(title);
            IS_COVERED.set(execution, covered);
            IS_OVER.set(execution, !covered && titles.remind(title));
        };
    }

    /** Ends a title after a supervisor has acted on its last day. */
    @Bean
    @ModelStep(
            name = "End the title",
            does = "Ends the clock of the title. Nobody has to act on its last day any more.",
            reads = "titleId lapseAction")
    JavaDelegate endTitleDelegate(TitleService titles) {
        return execution -> {
            String action = LAPSE_ACTION.get(execution);
            titles.end(TITLE.get(execution), action.equals("newTitle") ? "followed" : "over");
        };
    }
}
