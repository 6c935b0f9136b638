package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.residence.TitleService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The last day of a title is near, or over. */
@Component
@ModelStep(
        name = "Remind of the last day",
        does = "Tells whoever follows the track, and the supervisors when the last day is over.")
@Reads("titleId")
@Writes({"titleOver", "titleCovered"})
record RemindOfTitleDelegate(TitleService titles) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        int title = TitleProcess.TITLE.get(execution);
        boolean covered = titles.isCovered(title);
        TitleProcess.IS_COVERED.set(execution, covered);
        TitleProcess.IS_OVER.set(execution, !covered && titles.remind(title));
    }
}
