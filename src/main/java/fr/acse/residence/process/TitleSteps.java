package fr.acse.residence.process;

import static fr.acse.residence.process.TitleProcess.*;

import fr.acse.platform.model.ModelStep;
import fr.acse.residence.TitleService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code title.bpmn}. */
@Configuration(proxyBeanMethods = false)
class TitleSteps {

    /** Sets the next reminder of the last day of a title. */
    @Bean
    @ModelStep(
            name = "Set the next reminder",
            does = "Sets the next reminder: two months, one month and one week before the last day, then every day.",
            reads = "titleId",
            writes = "remindAt")
    JavaDelegate nextReminderDelegate(TitleService titles) {
        return execution -> REMIND_AT.set(execution, titles.nextReminder(TITLE.get(execution)));
    }

    /** The last day of a title is near, or over. */
    @Bean
    @ModelStep(
            name = "Remind of the last day",
            does = "Tells the follower of the track. Tells the supervisors, too, when the last day is over.",
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

    /** A supervisor has acted on a title that is over. */
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
