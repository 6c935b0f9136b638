package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.residence.TitleService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets the next reminder of the last day of a title. */
@Component
@ModelStep(
        name = "Set the next reminder",
        does = "Two months, one month and one week before the last day, and daily in the last week.")
@Reads("titleId")
@Writes("remindAt")
record NextReminderDelegate(TitleService titles) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        TitleProcess.REMIND_AT.set(execution, Date.from(titles.nextReminder(TitleProcess.TITLE.get(execution))));
    }
}
